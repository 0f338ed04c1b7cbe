namespace CqpPortal.Database.Eligibility;

/// <summary>What was law stays as it was answered: the database refuses to change or delete a rule that has been in force, whoever asks.</summary>
internal static class RulesInForce
{
    /// <summary>
    /// Only the end of a row that has not ended may move, for that is how a new law follows. A release of the portal may take back rows that came with it. Part of a
    /// migration: a change is a migration of its own.
    /// </summary>
    internal const string Protect =
        """
        create function keep_rules_in_force() returns trigger language plpgsql as $$
        declare today date := (now() at time zone 'Europe/Paris')::date;
        begin
            if tg_op = 'DELETE' and (old.effective_from > today or old.is_published) then return old; end if;
            if tg_op = 'UPDATE' and old.effective_from > today then return new; end if;
            if tg_op = 'UPDATE' and coalesce(old.effective_until, 'infinity') >= today
                and to_jsonb(new) - 'effective_until' = to_jsonb(old) - 'effective_until' then return new; end if;
            raise exception 'The rule % of % has been in force.', old.id, old.effective_from using errcode = 'restrict_violation', constraint = tg_name;
        end $$;
        create trigger tr_rules_in_force before update or delete on rules for each row execute function keep_rules_in_force();
        """;

    internal const string Unprotect =
        """
        drop trigger tr_rules_in_force on rules;
        drop function keep_rules_in_force();
        """;
}
