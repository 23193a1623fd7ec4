namespace Dmk.Maturity.Server.Tests;

/// <summary>A console that pulls the plug as soon as certain words are printed.</summary>
internal sealed class InterruptingWriter(string words, CancellationTokenSource plug) : StringWriter
{
    public override void WriteLine(string? value)
    {
        base.WriteLine(value);
        if (value?.StartsWith(words, StringComparison.Ordinal) == true)
        {
            plug.Cancel();
        }
    }
}
