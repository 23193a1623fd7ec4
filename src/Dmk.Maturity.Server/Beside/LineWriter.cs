using System.Globalization;
using System.Text;

namespace Dmk.Maturity.Server;

/// <summary>Hands on text whenever a line of it is complete.</summary>
internal sealed class LineWriter(Action<string> write) : TextWriter(CultureInfo.InvariantCulture)
{
    private readonly StringBuilder _begun = new();

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        _begun.Append(value);
        if (value == '\n')
        {
            Flush();
        }
    }

    public override void Write(string? value)
    {
        _begun.Append(value);
        if (value?.Contains('\n', StringComparison.Ordinal) == true)
        {
            Flush();
        }
    }

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void WriteLine(string? value) => Write(value + NewLine);

    public override void Flush()
    {
        if (_begun.Length > 0)
        {
            var text = _begun.ToString();
            _begun.Clear();
            write(text);
        }
    }
}
