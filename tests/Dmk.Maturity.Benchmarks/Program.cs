using System.Globalization;
using BenchmarkDotNet.Running;
using Dmk.Maturity.Benchmarks;

if (args is ["against-r", var folder, var respondents])
{
    AgainstR.Run(folder, int.Parse(respondents, CultureInfo.InvariantCulture));
}
else if (args is ["readers", var rounds])
{
    ReaderBenchmarks.Run(int.Parse(rounds, CultureInfo.InvariantCulture), Console.Out);
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
}
