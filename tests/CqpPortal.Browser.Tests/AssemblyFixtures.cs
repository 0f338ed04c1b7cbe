using CqpPortal.Browser.Tests;
using CqpPortal.TestSupport;
using Xunit;

[assembly: AssemblyFixture(typeof(PostgresServer))]
[assembly: AssemblyFixture(typeof(Chromium))]
