Console.WriteLine("CqpPortal.Tool");
