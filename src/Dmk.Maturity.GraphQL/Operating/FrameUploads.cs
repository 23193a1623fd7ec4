using System.Text;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.GraphQL;

/// <summary>Frames that come in several parts, until the last one is there. Kept in memory, bounded, and forgotten after an hour: whoever
/// is cut off begins again.</summary>
internal sealed class FrameUploads(TimeProvider time)
{
    /// <summary>Characters of one frame, all parts together.</summary>
    public const int Longest = 8 * 1024 * 1024;

    /// <summary>Parts of one frame.</summary>
    public const int MostParts = 200;

    /// <summary>Frames that are coming in at the same time.</summary>
    public const int Most = 4;

    private static readonly TimeSpan _life = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<(string Study, string Actor), Upload> _open = [];

    /// <summary>Takes one part. The first begins anew; each further one follows the one before; the last part again that was taken
    /// changes nothing.</summary>
    /// <returns>The whole text with the last part; else null, and why the part was not taken.</returns>
    /// <exception cref="Refusal">The number of the part makes no sense.</exception>
    public (string? Whole, Problem? Refused) Take(string study, string actor, FramePart part)
    {
        if (part.Of is < 1 or > MostParts || part.Number < 1 || part.Number > part.Of)
        {
            throw new Refusal(
                "INVALID_ARGUMENT",
                $"'of' is 1 to {MostParts} and 'part' is 1 to 'of'; they are {part.Of} and {part.Number}."
            );
        }

        if (part.Of == 1)
        {
            return (part.Csv, null);
        }

        lock (_lock)
        {
            Forget();
            return Add((study, actor), part);
        }
    }

    /// <summary>How many parts are there; 0 where none is awaited.</summary>
    public int Taken(string study, string actor)
    {
        lock (_lock)
        {
            return _open.TryGetValue((study, actor), out var upload) ? upload.Taken : 0;
        }
    }

    private (string? Whole, Problem? Refused) Add((string Study, string Actor) key, FramePart part)
    {
        if (part.Number == 1)
        {
            if (!_open.ContainsKey(key) && _open.Count >= Most)
            {
                return (null, Refused("too-many-uploads", $"{Most} frames are coming in already. Try again when one is complete."));
            }

            _open[key] = new(part.Of, time.GetUtcNow());
        }

        if (!_open.TryGetValue(key, out var upload) || upload.Of != part.Of)
        {
            return (null, Refused("part-unexpected", $"Part {part.Number} of {part.Of} follows nothing. Begin again with part 1."));
        }

        if (part.Number == upload.Taken && part.Csv == upload.Last)
        {
            return (null, null);
        }

        if (part.Number != upload.Taken + 1)
        {
            return (null, Refused("part-unexpected", $"Part {upload.Taken + 1} is awaited, not {part.Number}. Send that one."));
        }

        upload.Text.Append(part.Csv);
        (upload.Taken, upload.Last) = (part.Number, part.Csv);
        if (upload.Text.Length > Longest)
        {
            _open.Remove(key);
            return (
                null,
                Refused("frame-too-large", $"The frame is longer than {Longest} characters. Import it with 'frame import FILE'.")
            );
        }

        if (part.Number < part.Of)
        {
            return (null, null);
        }

        _open.Remove(key);
        return (upload.Text.ToString(), null);
    }

    private void Forget()
    {
        var now = time.GetUtcNow();
        foreach (var (key, _) in _open.Where(one => now - one.Value.Begun > _life).ToArray())
        {
            _open.Remove(key);
        }
    }

    private static Problem Refused(string code, string message) => new(new("frame", 0, 0), code, message);

    private sealed class Upload(int of, DateTimeOffset begun)
    {
        public int Of => of;

        public DateTimeOffset Begun => begun;

        public StringBuilder Text { get; } = new();

        public int Taken { get; set; }

        public string? Last { get; set; }
    }
}
