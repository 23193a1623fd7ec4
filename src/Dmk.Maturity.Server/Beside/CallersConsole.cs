namespace Dmk.Maturity.Server;

/// <summary>The two outputs of the caller as a command within the server writes to them: a line has been written there when the call
/// returns.</summary>
internal sealed class CallersConsole : IDisposable
{
    private readonly ControlLine _line;
    private readonly Lock _turn = new();
    private readonly object _state = new();
    private bool _isAnswered;
    private bool _hasLeft;
    private string? _fault;

    public CallersConsole(ControlLine line)
    {
        _line = line;
        Output = new LineWriter(text => Write(Signal.Output, text));
        Errors = new LineWriter(text => Write(Signal.Errors, text));
    }

    public TextWriter Output { get; }

    public TextWriter Errors { get; }

    /// <summary>The caller has written the last text, or could not and says why.</summary>
    public void Answer(string? fault)
    {
        lock (_state)
        {
            (_isAnswered, _fault) = (true, fault);
            Monitor.PulseAll(_state);
        }
    }

    /// <summary>Nobody reads any more: writing fails from now on, and so does what waits for it.</summary>
    public void Leave()
    {
        lock (_state)
        {
            _hasLeft = true;
            Monitor.PulseAll(_state);
        }
    }

    public void Dispose()
    {
        Output.Dispose();
        Errors.Dispose();
    }

    private void Write(Signal signal, string text)
    {
        lock (_turn)
        {
            lock (_state)
            {
                _isAnswered = false;
            }

            _line.Send(signal, text);
            lock (_state)
            {
                while (!_isAnswered && !_hasLeft)
                {
                    Monitor.Wait(_state);
                }

                if (!_isAnswered || _fault is not null)
                {
                    throw new IOException(_fault ?? "whoever typed the command has gone");
                }
            }
        }
    }
}
