Console.WriteLine("CqpPortal.Benchmarks");
