using System.CommandLine;
using System.Globalization;
using Dmk.Maturity.Trials;

// Figures in reports are written alike on every machine.
CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
var root = new RootCommand(
    "Trials of a whole server on this machine, bounded, against 127.0.0.1 only, and of intervals. Each writes its report "
        + "where --report says, such as "
        + "docs/trials/load.md."
)
{
    LoadTrial.Command(),
    FuzzTrial.Command(),
    KillTrial.Command(),
    DamageTrial.Command(),
    ClockTrial.Command(),
    HostileTrial.Command(),
    CoverageTrial.Command(),
    ColumnsTrial.Command(),
    GateTrial.Command(),
    KindsTrial.Command(),
};
return await root.Parse(args).InvokeAsync();
