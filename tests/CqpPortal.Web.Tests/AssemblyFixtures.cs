using CqpPortal.TestSupport;
using CqpPortal.Web.Tests;
using Xunit;

[assembly: AssemblyFixture(typeof(PostgresServer))]
[assembly: AssemblyFixture(typeof(DemonstrationSite))]
