using CqpPortal.Domain.Certifications;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CqpPortal.Database.Configuration;

internal sealed class IdccConverter() : ValueConverter<Idcc, string>(idcc => idcc.ToString(), text => Idcc.Parse(text, null));
