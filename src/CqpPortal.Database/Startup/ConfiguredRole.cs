using Npgsql;

namespace CqpPortal.Database.Startup;

/// <summary>One connection string of the environment, and what its server's refusals mean for the operator.</summary>
internal sealed class ConfiguredRole
{
    private readonly string _variable;

    /// <exception cref="PortalServerException">The text is no connection string.</exception>
    public ConfiguredRole(string variable, string connectionString)
    {
        _variable = variable;
        try
        {
            Place = new NpgsqlConnectionStringBuilder(connectionString);
        }
        catch (ArgumentException problem)
        {
            throw new PortalServerException(
                $"{variable} ne se lit pas comme une chaîne de connexion ({problem.Message}). Exemple : Host=127.0.0.1;Database=portal;Username=portal;Password=…", problem);
        }
    }

    public NpgsqlConnectionStringBuilder Place { get; }

    private string Server => $"{Place.Host}:{Place.Port}";

    /// <summary>Does something with the server, and says in French why it cannot.</summary>
    /// <exception cref="PortalServerException">The server does not answer or refuses.</exception>
    public async Task<T> UseAsync<T>(Func<Task<T>> use)
    {
        try
        {
            return await use();
        }
        catch (Exception problem) when (problem is not PortalServerException && Cause(problem) is { } cause)
        {
            throw new PortalServerException(cause is PostgresException refusal ? Explain(refusal)
                : $"Le serveur PostgreSQL {Server} donné dans {_variable} ne répond pas ({cause.Message}). Vérifiez l’adresse, et que le serveur est démarré.", problem);
        }
    }

    private string Explain(PostgresException refusal) => refusal.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
            $"Le serveur {Server} refuse le rôle « {Place.Username} » : vérifiez le nom et le mot de passe dans {_variable} ({refusal.MessageText}).",
        PostgresErrorCodes.InvalidCatalogName =>
            $"La base « {Place.Database} » n’existe pas sur {Server}. Créez-la avec : create database {Place.Database} owner …",
        PostgresErrorCodes.InsufficientPrivilege =>
            $"Le rôle « {Place.Username} » n’a pas les droits qu’il faut sur la base « {Place.Database} » ({refusal.MessageText}). "
            + "Seul le propriétaire de la base crée et migre le schéma : donnez-le dans ConnectionStrings__PortalOwner.",
        PostgresErrorCodes.FeatureNotSupported or PostgresErrorCodes.UndefinedFile =>
            $"Il manque quelque chose à PostgreSQL sur {Server} ({refusal.MessageText}). Les extensions pg_trgm et unaccent viennent avec le paquet postgresql-contrib.",
        _ => $"Le serveur {Server} répond par une erreur : {refusal.SqlState} {refusal.MessageText}",
    };

    private static NpgsqlException? Cause(Exception? problem) => problem as NpgsqlException ?? (problem is null ? null : Cause(problem.InnerException));
}
