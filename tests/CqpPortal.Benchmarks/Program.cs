using CqpPortal.Benchmarks;

// Figures are ratios and percentiles of one run on one machine; each stands beside the limit it must keep.
return args switch
{
    ["import", var firstDay, var nextDay] => await ImportBenchmark.RunAsync(firstDay, nextDay),
    ["search", .. var sizes] => await SearchBenchmark.RunAsync(sizes.Length == 0 ? [3_000, 30_000, 300_000] : [.. sizes.Select(int.Parse)]),
    ["pages"] => await PagesBenchmark.RunAsync(),
    ["eligibility"] => await EligibilityBenchmark.RunAsync(),
    ["batch"] => await BatchBenchmark.RunAsync(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        """
        dotnet run -c Release --project tests/CqpPortal.Benchmarks -- COMMAND

          import FOLDER NEXT_DAY_FOLDER   a national drop, against an XmlReader pass and a COPY of the same rows; then the next day's
          search [SIZE...]                p50 and p99 of a search under 8 clients, at 3,000, 30,000 and 300,000 certifications
          pages                           requests per second of a search page and a detail page, against a bare endpoint with the same bytes
          eligibility                     answers on the CPF per second, with facts in cache and without, against a bare endpoint with the same bytes
          batch                           20,000 lines in one request, as CSV and as JSON: seconds and memory, against a bare endpoint with the same bytes
        """);
    return 2;
}
