using Dmk.Maturity.Server.Commands;

return await CommandLine.Run(args, Console.Out, Console.Error, CancellationToken.None);
