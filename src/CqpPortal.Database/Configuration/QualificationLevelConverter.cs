using CqpPortal.Domain.Recognition;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CqpPortal.Database.Configuration;

internal sealed class QualificationLevelConverter() : ValueConverter<QualificationLevel, short>(
    level => (short)level.Value, value => new QualificationLevel(value));
