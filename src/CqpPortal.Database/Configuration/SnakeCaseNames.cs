using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Database.Configuration;

/// <summary>PostgreSQL folds unquoted names to lower case: everything in the schema is named in snake_case.</summary>
internal static partial class SnakeCaseNames
{
    extension(ModelBuilder model)
    {
        public void UseSnakeCaseNames()
        {
            foreach (var entity in model.Model.GetEntityTypes())
            {
                if (entity.GetContainerColumnName() is { } document)
                {
                    // What lies in a document has no columns of its own.
                    entity.SetContainerColumnName(Snake(document));
                    continue;
                }
                if (entity.GetTableName() is { } table) entity.SetTableName(Snake(table));
                // A row version is PostgreSQL's own system column.
                foreach (var property in entity.GetProperties())
                    property.SetColumnName(property.ClrType == typeof(uint) && property.IsConcurrencyToken ? "xmin" : Snake(property.GetColumnName()));
                foreach (var property in entity.GetComplexProperties().SelectMany(complex => complex.ComplexType.GetProperties()))
                    property.SetColumnName(Snake(property.Name));
                foreach (var key in entity.GetKeys()) key.SetName(Snake(key.GetName()!));
                foreach (var foreignKey in entity.GetForeignKeys()) foreignKey.SetConstraintName(Snake(foreignKey.GetConstraintName()!));
                foreach (var index in entity.GetIndexes()) index.SetDatabaseName(Snake(index.GetDatabaseName()!));
            }
        }
    }

    private static string Snake(string name) => WordStart().Replace(name, "_$0").Replace("__", "_", StringComparison.Ordinal).ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z0-9])[A-Z]")]
    private static partial Regex WordStart();
}
