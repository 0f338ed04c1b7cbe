using CqpPortal.TestSupport;
using Xunit;

[assembly: AssemblyFixture(typeof(PostgresServer))]
