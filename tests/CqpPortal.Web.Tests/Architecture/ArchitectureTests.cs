using CqpPortal.Database;
using CqpPortal.Domain.Certifications;
using CqpPortal.EmbeddedPostgres;
using NetArchTest.Rules;
using Xunit;

namespace CqpPortal.Web.Tests.Architecture;

/// <summary>Who may know whom, and the names that are not used.</summary>
public sealed class ArchitectureTests
{
    [Fact]
    public void The_domain_knows_neither_database_nor_web() => Obeyed(Types.InAssembly(typeof(Certification).Assembly)
        .ShouldNot().HaveDependencyOnAny("Microsoft.EntityFrameworkCore", "Npgsql", "Microsoft.AspNetCore", "CqpPortal.Database", "CqpPortal.Web").GetResult());

    [Fact]
    public void The_database_does_not_know_the_web() => Obeyed(Types.InAssembly(typeof(PortalDbContext).Assembly)
        .ShouldNot().HaveDependencyOnAny("Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Mvc", "Microsoft.AspNetCore.Builder", "Microsoft.AspNetCore.Hosting", "CqpPortal.Web").GetResult());

    [Fact]
    public void The_embedded_server_knows_nothing_of_the_portal() => Obeyed(Types.InAssembly(typeof(EmbeddedPostgresServer).Assembly)
        .ShouldNot().HaveDependencyOnAny("CqpPortal.Database", "CqpPortal.Domain", "CqpPortal.Web").GetResult());

    [Theory]
    [InlineData(typeof(Certification))]
    [InlineData(typeof(PortalDbContext))]
    [InlineData(typeof(EmbeddedPostgresServer))]
    [InlineData(typeof(Program))]
    public void Nothing_is_called_service_helper_or_manager(Type of) => Assert.DoesNotContain(
        of.Assembly.GetTypes().Where(type => type.Namespace?.StartsWith("CqpPortal", StringComparison.Ordinal) == true),
        type => type.Name.EndsWith("Service", StringComparison.Ordinal) || type.Name.EndsWith("Helper", StringComparison.Ordinal)
            || type.Name.EndsWith("Manager", StringComparison.Ordinal) || type.Name.EndsWith("Repository", StringComparison.Ordinal));

    private static void Obeyed(NetArchTest.Rules.TestResult result) => Assert.True(result.IsSuccessful, string.Join(", ", result.FailingTypeNames ?? []));
}
