using CqpPortal.Domain.Recognition;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CqpPortal.Database.Configuration;

internal sealed class RegistryNumberConverter() : ValueConverter<RegistryNumber, string>(
    number => number.ToString(), text => RegistryNumber.Parse(text, null));
