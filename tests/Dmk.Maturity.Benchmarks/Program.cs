using System.Globalization;
using BenchmarkDotNet.Running;
using Dmk.Maturity.Benchmarks;

if (args is ["against-r", var folder, var respondents])
{
    AgainstR.Run(folder, int.Parse(respondents, CultureInfo.InvariantCulture));
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
}
