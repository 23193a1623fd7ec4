using System.Text.Json;

namespace Dmk.Maturity.Server.Tests;

/// <summary>A command that is called on the socket of a running server.</summary>
internal static class Call
{
    public static ControlLine To(string data) => new(ControlSocket.Connect(data)) { Patience = TimeSpan.FromSeconds(20) };

    public static async Task<ControlLine> Of(string data, params string[] command)
    {
        var line = To(data);
        await Task.Run(
            () => line.Send(Signal.Command, JsonSerializer.Serialize(new CalledCommand(1, command, data))),
            TestContext.Current.CancellationToken
        );
        return line;
    }

    /// <returns>No exit code: the line has ended without one.</returns>
    public static (string Errors, int? ExitCode) Heard(ControlLine line)
    {
        var errors = "";
        while (line.Receive(ControlLine.LongestOfServer) is var (signal, text))
        {
            if (signal == Signal.Exit)
            {
                return (errors, int.Parse(text, System.Globalization.CultureInfo.InvariantCulture));
            }

            errors += text;
            line.Send(Signal.Written, "");
        }

        return (errors, null);
    }
}
