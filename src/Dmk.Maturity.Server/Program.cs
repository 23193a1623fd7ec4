using Dmk.Maturity.Server;

return await CommandLine.Run(args, Console.Out, Console.Error, CancellationToken.None);
