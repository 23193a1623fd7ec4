using System.Globalization;
using System.Net.Sockets;
using System.Text.Json;

namespace Dmk.Maturity.Server;

/// <summary>A command whose data folder a server holds: that server runs it, and what it says comes out here.</summary>
internal static class CommandCall
{
    /// <param name="server">To the server; closed at the end.</param>
    /// <returns>The exit code that the command had in the server.</returns>
    /// <exception cref="FaultException">The server has ended meanwhile.</exception>
    /// <exception cref="IOException">The output cannot be written; the server knows.</exception>
    public static Task<int> Run(Socket server, CommandPlace place, CancellationToken cancellation) =>
        Task.Run(() => Call(server, place, cancellation), CancellationToken.None);

    private static int Call(Socket server, CommandPlace place, CancellationToken cancellation)
    {
        using var socket = server;
        var call = JsonSerializer.Serialize(
            new CalledCommand(CalledCommand.CurrentProtocol, place.Arguments, Directory.GetCurrentDirectory())
        );
        if (call.Length > ControlLine.LongestOfCaller / 4)
        {
            throw new FaultException("The command line is too long for a running server. Shorten it, or stop the server first.");
        }

        using var line = new ControlLine(socket);
        TrySend(line, Signal.Command, call);
        using var interruption = cancellation.Register(() => TrySend(line, Signal.Interrupt, ""));
        while (line.Receive(ControlLine.LongestOfServer) is var (signal, text))
        {
            if (signal == Signal.Exit)
            {
                return int.Parse(text, CultureInfo.InvariantCulture);
            }

            Write(signal == Signal.Output ? place.Output : place.Error, text, line);
        }

        throw new FaultException(
            "The server ended before it said how the command ended. Start it again, look with audit list at what was done, and run the "
                + "command again."
        );
    }

    /// <returns>Null where who holds the folder takes no commands, or not yet, or no longer.</returns>
    /// <param name="refusal">Why, where null is returned.</param>
    public static Socket? Connect(string data, out FaultException? refusal)
    {
        try
        {
            refusal = null;
            return ControlSocket.Connect(data);
        }
        catch (SocketException exception)
        {
            refusal = new FaultException(
                $"The data folder {Path.GetFullPath(data)} is in use by another process that takes no commands: the server is starting or "
                    + "stopping, or another command is at work; try again in a moment. If it is a server of an earlier version, or its log "
                    + "says 'Commands cannot be run', stop it first.",
                exception
            );
        }
        catch (FaultException exception)
        {
            refusal = new FaultException(
                $"The data folder {Path.GetFullPath(data)} is in use by another process that takes no commands ("
                    + $"{exception.Message}). If it is a server or a command that has just begun or is about to end, try again in a "
                    + "moment. If it is a server of an earlier version, or its log says 'Commands cannot be run', stop it first.",
                exception
            );
        }

        return null;
    }

    /// <summary>The command in the server goes on when this has been answered, and is told what went wrong.</summary>
    private static void Write(TextWriter output, string text, ControlLine line)
    {
        try
        {
            output.Write(text);
            output.Flush();
        }
        catch (IOException exception)
        {
            TrySend(line, Signal.NotWritten, exception.Message);
            return;
        }

        TrySend(line, Signal.Written, "");
    }

    /// <summary>That the server has gone is met by whoever waits for its next message.</summary>
    private static void TrySend(ControlLine line, Signal signal, string text)
    {
        try
        {
            line.Send(signal, text);
        }
        catch (IOException)
        {
            // Receive says so.
        }
    }
}
