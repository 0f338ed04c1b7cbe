namespace CqpPortal.Database.Certifications;

/// <summary>Rules over several rows that a check constraint cannot say.</summary>
internal static class CertificationRules
{
    /// <summary>
    /// A CQPI belongs to at least two branches. Checked when the transaction commits, for its branches are written after it.
    /// </summary>
    internal const string BranchesOfCqpi =
        """
        create function check_branches_of_cqpi() returns trigger language plpgsql as $$
        declare
            certification int;
        begin
            if tg_table_name = 'certifications' then certification := new.id; else certification := old.certification_id; end if;
            if exists (select from certifications c where c.id = certification and c.kind = 'Cqpi'
                and (select count(*) from owning_branches o where o.certification_id = c.id) < 2) then
                raise exception 'The CQPI % has fewer than two branches.', certification using errcode = 'check_violation';
            end if;
            return null;
        end
        $$;
        create constraint trigger cqpi_has_two_branches after insert or update of kind on certifications
            deferrable initially deferred for each row execute function check_branches_of_cqpi();
        create constraint trigger cqpi_keeps_two_branches after delete or update of certification_id on owning_branches
            deferrable initially deferred for each row execute function check_branches_of_cqpi();
        """;
}
