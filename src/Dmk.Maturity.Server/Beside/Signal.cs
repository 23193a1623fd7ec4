namespace Dmk.Maturity.Server;

/// <summary>What one message between a command and the server that runs it says.</summary>
internal enum Signal : byte
{
    /// <summary>The first message: a <see cref="CalledCommand"/> as JSON.</summary>
    Command = 1,

    /// <summary>The server: text for the output.</summary>
    Output,

    /// <summary>The server: text for the error output.</summary>
    Errors,

    /// <summary>The server's last message: the exit code.</summary>
    Exit,

    /// <summary>The caller: the last text has been written.</summary>
    Written,

    /// <summary>The caller: the last text could not be written, and why.</summary>
    NotWritten,

    /// <summary>The caller: somebody interrupted it.</summary>
    Interrupt,
}
