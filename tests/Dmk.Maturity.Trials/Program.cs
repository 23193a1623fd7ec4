using System.CommandLine;
using Dmk.Maturity.Trials;

var root = new RootCommand(
    "Trials of a whole server on this machine, bounded, against 127.0.0.1 only. Each writes its report where --report says, such as "
        + "docs/trials/load.md."
)
{
    LoadTrial.Command(),
    FuzzTrial.Command(),
    KillTrial.Command(),
    DamageTrial.Command(),
    ClockTrial.Command(),
    HostileTrial.Command(),
};
return await root.Parse(args).InvokeAsync();
