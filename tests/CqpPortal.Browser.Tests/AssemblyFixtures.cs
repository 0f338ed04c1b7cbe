using CqpPortal.Browser.Tests;
using CqpPortal.TestSupport;
using Xunit;

[assembly: AssemblyFixture(typeof(PostgresServer))]
[assembly: AssemblyFixture(typeof(Chromium))]
[assembly: AssemblyFixture(typeof(AccessibilityRecord))]
