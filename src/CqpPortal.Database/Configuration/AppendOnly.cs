namespace CqpPortal.Database.Configuration;

/// <summary>Tables whose rows are written once: nobody changes or deletes one, not even the owner of the schema by mistake.</summary>
internal static class AppendOnly
{
    /// <summary>Part of a migration: a change is a migration of its own.</summary>
    internal const string Function =
        """
        create function refuse_changes() returns trigger language plpgsql as $$
        begin
            raise exception 'The rows of % are written once.', tg_table_name using errcode = 'restrict_violation', constraint = tg_name;
        end $$;
        """;

    internal const string WithoutFunction = "drop function refuse_changes();";

    internal static string Protect(string table) =>
        $"""
        create trigger tr_{table}_append_only before update or delete on {table} for each row execute function refuse_changes();
        create trigger tr_{table}_never_emptied before truncate on {table} for each statement execute function refuse_changes();
        """;
}
