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
else if (args is ["operators", var asked])
{
    OperatorBenchmarks.Run(int.Parse(asked, CultureInfo.InvariantCulture), Console.Out);
}
else if (args is ["decisions", var invited, var times, .. var kept])
{
    DecisionBenchmarks.Run(
        int.Parse(invited, CultureInfo.InvariantCulture),
        int.Parse(times, CultureInfo.InvariantCulture),
        kept.FirstOrDefault(),
        Console.Out
    );
}
else if (args is ["added", var sampled])
{
    AddedBenchmarks.Run(int.Parse(sampled, CultureInfo.InvariantCulture), Console.Out);
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
}
