using System.Diagnostics;

namespace Dmk.Maturity.Questionnaires;

/// <summary>What was found, brought to the codes that may be found: a subclass to its class, a group to its
/// classes; and a class and its only subclass are one.</summary>
internal sealed class ScopedCodes
{
    /// <summary>Of the WZ; the class.</summary>
    private const int ClassLevel = 4;

    /// <summary>A part of what the best is worth; what is worth less is chance, where the best is sure.</summary>
    private const float LeastShare = 0.55f;

    private const int Sure = 850;

    /// <summary>What a code is worth that stands below the one that was found, in percent.</summary>
    private const int WorthBelow = 70;

    /// <summary>A keyword says a class where only subclasses may be chosen.</summary>
    private const int WorthBelowClass = 97;

    private readonly IndexedCode[] _codes;
    private readonly CodeScope _scope;
    private readonly bool _isDeep;
    private readonly int[] _children;

    public ScopedCodes(IndexedCode[] codes, CodeScope scope)
    {
        (_codes, _scope) = (codes, scope);
        _isDeep = Array.Exists(codes, code => code.Level > ClassLevel);
        _children = new int[codes.Length];
        foreach (var code in codes.Where(code => code.Parent >= 0))
        {
            _children[code.Parent]++;
        }
    }

    /// <summary>Codes found by their number: all of them, and the one above where none of them may be found.</summary>
    public IEnumerable<CodeRank> Numbers(List<CodeRank> found)
    {
        var exact = found.Exists(rank => rank.Worth == CodeRank.ExactCode && _codes[rank.Entry].Level >= ClassLevel);
        var own = found
            .Where(rank =>
                Has(rank.Entry)
                && !(_scope is CodeScope.Classes && _isDeep && _codes[rank.Entry].Level > ClassLevel && (!exact || IsOnly(rank.Entry)))
            )
            .Order()
            .ToList();
        return own.Count > 0 ? own : Brought(found).Order();
    }

    /// <summary>Codes found by words.</summary>
    public IEnumerable<CodeRank> Words(List<CodeRank> found)
    {
        var best = found.Count > 0 ? found.Max(rank => rank.Worth) : 0;
        var least = best >= Sure ? Math.Min(best, KeywordIndex.Exact) * LeastShare : 0;
        var brought = Once(Brought(found.Where(rank => rank.Worth >= least))).Order().ToList();
        return _scope is CodeScope.Classes && _isDeep ? WithMeantSubclass(brought, found) : brought;
    }

    private bool Has(int entry) =>
        _scope switch
        {
            CodeScope.Everything => true,
            CodeScope.Levels levels => levels.Numbers.Contains(_codes[entry].Level),
            CodeScope.Codes codes => codes.Compact.Contains(_codes[entry].Compact),
            CodeScope.Classes => !_isDeep || _codes[entry].Level >= ClassLevel,
            _ => throw new UnreachableException(_scope.ToString()),
        };

    private bool IsWanted(int entry) => Has(entry) && (_scope is not CodeScope.Classes || !_isDeep || _codes[entry].Level == ClassLevel);

    private IEnumerable<CodeRank> Brought(IEnumerable<CodeRank> found)
    {
        foreach (var rank in found)
        {
            if (Above(rank.Entry) is { } entry)
            {
                yield return entry == rank.Entry
                    ? rank
                    : new(Math.Max(1, rank.Worth - _codes[rank.Entry].Level + _codes[entry].Level), rank.Match, _codes[entry].Order, entry);
            }
            else
            {
                foreach (var below in Below(rank))
                {
                    yield return below;
                }
            }
        }
    }

    /// <summary>The code itself, else the nearest above it that may be found.</summary>
    private int? Above(int entry)
    {
        for (var steps = 0; entry >= 0 && steps < _codes.Length; steps++)
        {
            if (IsWanted(entry))
            {
                return entry;
            }

            entry = _codes[entry].Parent;
        }

        return null;
    }

    private IEnumerable<CodeRank> Below(CodeRank rank)
    {
        var level = _codes[rank.Entry].Level;
        var percent = level >= ClassLevel ? WorthBelowClass : WorthBelow;
        var worth = Math.Min(rank.Worth, KeywordIndex.Exact) * percent / 100;
        for (var entry = rank.Entry + 1; level > 1 && entry < _codes.Length; entry++)
        {
            if (_codes[entry].Level > level && IsWanted(entry) && IsBelow(entry, rank.Entry))
            {
                yield return new(worth, rank.Match, _codes[entry].Order, entry);
            }
        }
    }

    private bool IsBelow(int entry, int above)
    {
        for (var steps = 0; entry >= 0 && steps < _codes.Length; steps++)
        {
            entry = _codes[entry].Parent;
            if (entry == above)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsOnly(int entry) => _codes[entry].Parent is >= 0 and var parent && _children[parent] == 1;

    /// <summary>Each code once, at its best; an only subclass as its class where that may be found as well.</summary>
    private Dictionary<int, CodeRank>.ValueCollection Once(IEnumerable<CodeRank> ranks)
    {
        var best = new Dictionary<int, CodeRank>();
        foreach (var rank in ranks)
        {
            var entry = rank.Entry;
            while (rank.Worth < CodeRank.ExactCode && IsOnly(entry) && _codes[entry].Level > ClassLevel && IsWanted(_codes[entry].Parent))
            {
                entry = _codes[entry].Parent;
            }

            var here = rank with { Entry = entry };
            if (!best.TryGetValue(entry, out var other) || here.CompareTo(other) < 0)
            {
                best[entry] = here;
            }
        }

        return best.Values;
    }

    /// <summary>Behind the first class the subclass that was meant, where it says more than the class.</summary>
    private List<CodeRank> WithMeantSubclass(List<CodeRank> classes, List<CodeRank> found)
    {
        if (classes is not [var first, ..])
        {
            return classes;
        }

        var own = found.Where(rank => rank.Entry == first.Entry).Select(rank => rank.Worth).DefaultIfEmpty(0).Max();
        var subclasses = found
            .Where(rank => _codes[rank.Entry].Parent == first.Entry && !IsOnly(rank.Entry) && rank.Worth > own)
            .Order()
            .Take(1);
        return [first, .. subclasses, .. classes.Skip(1)];
    }
}
