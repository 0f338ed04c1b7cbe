namespace CqpPortal.Database.Certifications;

/// <summary>Rules over several rows that a check constraint cannot say.</summary>
internal static class CertificationRules
{
    /// <summary>
    /// A CQPI belongs to at least two branches on one day. Checked when the transaction commits, for its branches are written after it.
    /// Part of the first migration: a change of the rule is a migration of its own.
    /// </summary>
    internal const string BranchesOfCqpi =
        """
        create function check_branches_of_cqpi() returns trigger language plpgsql as $$
        declare
            certification int;
        begin
            if tg_table_name = 'certifications' then certification := new.id; else certification := old.certification_id; end if;
            if exists (select from certifications c where c.id = certification and c.kind = 'Cqpi')
                and not exists (select from owning_branches one join owning_branches other
                    on other.certification_id = one.certification_id and other.branch > one.branch
                    and daterange(other.joined_on, other.left_on, '[]') && daterange(one.joined_on, one.left_on, '[]')
                    where one.certification_id = certification) then
                raise exception 'The CQPI % has fewer than two branches at the same time.', certification using errcode = 'check_violation';
            end if;
            return null;
        end
        $$;
        create constraint trigger cqpi_has_two_branches after insert or update of kind on certifications
            deferrable initially deferred for each row execute function check_branches_of_cqpi();
        create constraint trigger cqpi_keeps_two_branches after delete or update on owning_branches
            deferrable initially deferred for each row execute function check_branches_of_cqpi();
        """;
}
