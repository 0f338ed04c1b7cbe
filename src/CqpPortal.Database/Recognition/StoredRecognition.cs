using CqpPortal.Database.Configuration;
using CqpPortal.Domain.Recognition;
using Npgsql;
using NpgsqlTypes;

namespace CqpPortal.Database.Recognition;

/// <summary>The dated facts from which recognition follows, for many certifications in three statements of one batch.</summary>
internal static class StoredRecognition
{
    private const string Certifications =
        """
        select c.id, c.suppressed_on, (select min(decided_on) from committee_decisions where certification_id = c.id and kind = 'Creation')
        from certifications c where c.id = any($1)
        """;

    private const string Registrations =
        """
        select certification_id, number, level, decided_on, published_on, effect_on, ends_on, delivery_deadline, withdrawn_on, suspensions
        from registrations where certification_id = any($1) order by certification_id, ends_on desc
        """;

    private const string Transmissions = "select certification_id, authority, sent_on from transmissions where certification_id = any($1)";

    extension(NpgsqlBatch batch)
    {
        public void AddRecognition(int[] certifications)
        {
            batch.Add(Registrations, certifications);
            batch.Add(Transmissions, certifications);
            batch.Add(Certifications, certifications);
        }
    }

    extension(NpgsqlDataReader reader)
    {
        /// <summary>Reads what <c>AddRecognition</c> asked for, and goes on to the next answer of the batch.</summary>
        public async Task<Dictionary<int, RecognitionFacts>> ReadRecognitionAsync(CancellationToken cancellationToken)
        {
            var registrations = await reader.ReadLookupAsync(ReadRegistration, cancellationToken);
            var transmissions = await reader.ReadLookupAsync(
                row => new Transmission(Enum.Parse<TransmissionAuthority>(row.GetString(1)), row.GetFieldValue<DateOnly>(2)), cancellationToken);
            var facts = new Dictionary<int, RecognitionFacts>();
            while (await reader.ReadAsync(cancellationToken))
            {
                var id = reader.GetInt32(0);
                facts.Add(id, new RecognitionFacts
                {
                    SuppressedOn = reader.ReadDate(1),
                    CreatedOn = reader.ReadDate(2),
                    Registrations = [.. registrations[id]],
                    Transmissions = [.. transmissions[id]],
                });
            }
            await reader.NextResultAsync(cancellationToken);
            return facts;
        }

        /// <summary>Reads one answer of a batch by the number in its first column, and goes on to the next.</summary>
        public async Task<ILookup<int, T>> ReadLookupAsync<T>(Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
        {
            var rows = new List<(int Id, T Row)>();
            while (await reader.ReadAsync(cancellationToken)) rows.Add((reader.GetInt32(0), read(reader)));
            await reader.NextResultAsync(cancellationToken);
            return rows.ToLookup(row => row.Id, row => row.Row);
        }

        public DateOnly? ReadDate(int column) => reader.IsDBNull(column) ? null : reader.GetFieldValue<DateOnly>(column);
    }

    private static Registration ReadRegistration(NpgsqlDataReader row)
    {
        var dates = new RegistrationDates(row.GetFieldValue<DateOnly>(6))
        {
            DecidedOn = row.ReadDate(3),
            PublishedOn = row.ReadDate(4),
            EffectOn = row.ReadDate(5),
            DeliveryDeadline = row.ReadDate(7),
        };
        var registration = new Registration(
            RegistryNumber.Parse(row.GetString(1), null), row.IsDBNull(2) ? null : new QualificationLevel(row.GetInt16(2)), dates);
        // In the order of their making: a withdrawal may have cut short a suspension that was still to come.
        foreach (var period in PeriodsConverter.ToPeriods(row.GetFieldValue<NpgsqlRange<DateOnly>[]>(9))) registration.Suspend(period);
        if (row.ReadDate(8) is { } withdrawn) registration.Withdraw(withdrawn);
        return registration;
    }
}
