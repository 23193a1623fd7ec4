namespace Dmk.Maturity.Trials;

/// <summary>What one request of a fuzz is decided by: the same for the same seed and number.</summary>
internal sealed class Chance(int seed, int number)
{
    private readonly Random _random = new(unchecked((seed * 1_000_003) + number));

    public int Below(int end) => _random.Next(end);

    /// <summary>Whether one case in so many has come.</summary>
    public bool OneIn(int cases) => _random.Next(cases) == 0;

    public T Of<T>(IReadOnlyList<T> some) => some[_random.Next(some.Count)];

    public byte[] Bytes(int longest)
    {
        var bytes = new byte[_random.Next(longest + 1)];
        _random.NextBytes(bytes);
        return bytes;
    }

    /// <summary>Printable ASCII.</summary>
    public string Word(int longest) => new([.. Enumerable.Range(0, _random.Next(longest + 1)).Select(_ => (char)_random.Next(32, 127))]);

    /// <summary>Some bytes changed, left out, doubled, or cut off.</summary>
    public byte[] Damaged(byte[] bytes)
    {
        var damaged = bytes.ToList();
        for (var times = _random.Next(1, 6); times > 0 && damaged.Count > 0; times--)
        {
            var place = _random.Next(damaged.Count);
            switch (_random.Next(5))
            {
                case 0:
                    damaged[place] = (byte)_random.Next(256);
                    break;
                case 1:
                    damaged.RemoveAt(place);
                    break;
                case 2:
                    damaged.Insert(place, Of<byte>([0, 9, 10, 13, 32, 34, 37, 38, 58, 59, 92, 127, 128, 192, 239, 255]));
                    break;
                case 3:
                    damaged.InsertRange(place, [.. damaged.Skip(place).Take(_random.Next(40))]);
                    break;
                default:
                    damaged.RemoveRange(place, Math.Min(damaged.Count - place, _random.Next(30)));
                    break;
            }
        }

        return [.. damaged];
    }
}
