using System.Globalization;
using System.Numerics;
using Dmk.Maturity.Indices;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>Reads a file with an allocation: <c>method</c>, <c>total</c>, <c>minimum</c>, <c>takeAll</c>, <c>deviations</c>,
/// <c>given</c>. Strata are named as the import of the frame prints them, with <c>*</c> for any code.</summary>
internal sealed class AllocationReader
{
    private static readonly Dictionary<string, AllocationMethod> _methods = Enum.GetValues<AllocationMethod>()
        .ToDictionary(Allocation.Word, StringComparer.Ordinal);

    private readonly List<Problem> _problems = [];
    private readonly StudyDesign _design;
    private readonly IReadOnlyList<FrameStratum> _frame;

    private AllocationReader(StudyDesign design, IReadOnlyList<FrameStratum> frame) => (_design, _frame) = (design, frame);

    public static Parsed<SamplePlan> Parse(string yaml, string file, StudyDesign design, IReadOnlyList<FrameStratum> frame)
    {
        var reader = new AllocationReader(design, frame);
        var drawn = YamlFile.Parse(yaml, file, reader._problems) is { } top ? reader.Read(top) : null;
        return new(
            drawn is not var (method, counts) || reader._problems.Exists(problem => problem.Severity == Severity.Error)
                ? null
                : new(method, [.. frame.Select((stratum, h) => stratum with { Sampled = counts[h] })], SourceText.Hash(yaml), yaml),
            reader._problems
        );
    }

    private (AllocationMethod Method, long[] Counts)? Read(YamlMapping top)
    {
        var written = top.Required("method");
        if (written?.AsChoice(_methods) is not { } method)
        {
            return null;
        }

        if (_design.Population.IsCensus && method != AllocationMethod.Census)
        {
            written.Report("out-of-range", $"{_design.Id} is a census: everybody is asked. Write method: census.");
            return null;
        }

        var counts = method switch
        {
            AllocationMethod.Census => [.. _frame.Select(stratum => stratum.Population)],
            AllocationMethod.Given => Given(top),
            AllocationMethod.Proportional or AllocationMethod.Equal or AllocationMethod.Neyman => Divided(top, method),
            _ => throw new System.Diagnostics.UnreachableException(method.ToString()),
        };
        top.NothingElse();
        return counts is null ? null : (method, counts);
    }

    private long[]? Given(YamlMapping top)
    {
        if (top.Required("given") is not { } node || node.AsMapping() is not { } mapping)
        {
            return null;
        }

        var counts = ByStratum(mapping, value => value.AsInteger(0, int.MaxValue) is { } count ? count : (long?)null);
        return counts is null || !EachHasOne(node, counts) || !IsThere(mapping, counts) ? null : [.. counts.Select(one => one!.Value)];
    }

    private long[]? Divided(YamlMapping top, AllocationMethod method)
    {
        var written = top.Required("total");
        var total = written?.AsInteger(1, int.MaxValue);
        var minimum = top.Optional("minimum") is { } least ? least.AsInteger(1, int.MaxValue) : 1;
        var whole = TakenWhole(top);
        var weights = Weights(top, method);
        if (total is null || minimum is null || whole is null || weights is null)
        {
            return null;
        }

        long[] lowest = [.. _frame.Select((stratum, h) => whole[h] ? stratum.Population : Math.Min(minimum.Value, stratum.Population))];
        var all = _frame.Sum(stratum => stratum.Population);
        if (total > all)
        {
            written!.Report("out-of-range", $"The frame has {Counted.Companies(all)}. Write so many at most, or method: census.");
            return null;
        }

        if (total < lowest.Sum())
        {
            written!.Report(
                "out-of-range",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The strata taken whole and at least {minimum} of each other of the {_frame.Count} strata are {lowest.Sum()} "
                        + $"companies already. Write so many at least, or a lower minimum."
                )
            );
            return null;
        }

        return Allocation.Divide([.. _frame.Select(stratum => stratum.Population)], weights, lowest, total.Value);
    }

    private bool[]? TakenWhole(YamlMapping top)
    {
        var whole = new bool[_frame.Count];
        if (top.Optional("takeAll")?.AsList() is not { } list)
        {
            return whole;
        }

        var isRight = true;
        foreach (var node in list.Items)
        {
            if (node.AsString() is not { } pattern || Matching(node, pattern) is not { } found)
            {
                isRight = false;
                continue;
            }

            found.ForEach(h => whole[h] = true);
        }

        return isRight ? whole : null;
    }

    private BigInteger[]? Weights(YamlMapping top, AllocationMethod method)
    {
        if (method != AllocationMethod.Neyman)
        {
            return [.. _frame.Select(stratum => method == AllocationMethod.Equal ? BigInteger.One : stratum.Population)];
        }

        if (top.Required("deviations") is not { } node || node.AsMapping() is not { } mapping)
        {
            return null;
        }

        var deviations = ByStratum(mapping, value => value.AsDecimal(0, 1_000_000_000_000_000));
        return deviations is null || !EachHasOne(node, deviations)
            ? null
            : [.. _frame.Select((stratum, h) => stratum.Population * Allocation.Scaled(deviations[h]!.Value))];
    }

    /// <summary>What the file says of each stratum; null where it says nothing of it.</summary>
    private T?[]? ByStratum<T>(YamlMapping mapping, Func<YamlNode, T?> read)
        where T : struct
    {
        var said = new T?[_frame.Count];
        var isRight = true;
        foreach (var (key, node) in mapping.Entries)
        {
            if (read(node) is not { } value || Matching(key, key.Value) is not { } found)
            {
                isRight = false;
                continue;
            }

            if (found.Where(h => said[h] is not null).Select(h => (int?)h).FirstOrDefault() is { } twice)
            {
                key.Report("duplicate-id", $"The stratum {_frame[twice].Cell} is meant twice here. Keep one.");
                isRight = false;
            }

            found.ForEach(h => said[h] = value);
        }

        _ = mapping.Entries.Select(entry => mapping.Optional(entry.Key.Value)).ToArray();
        return isRight ? said : null;
    }

    private bool EachHasOne<T>(YamlNode node, T?[] said)
        where T : struct
    {
        var open = _frame.Where((_, h) => said[h] is null).Select(stratum => stratum.Cell).ToArray();
        if (open.Length > 0)
        {
            node.Report(
                "missing-key",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{open.Length} of {_frame.Count} strata are not named here, the first is {open[0]}. Name each, with * for any code."
                )
            );
        }

        return open.Length == 0;
    }

    private bool IsThere(YamlMapping mapping, long?[] counts)
    {
        var isRight = true;
        foreach (var (key, node) in mapping.Entries)
        {
            foreach (var h in (Matching(key, key.Value) ?? []).Where(h => counts[h] > _frame[h].Population))
            {
                node.Report(
                    "out-of-range",
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"The stratum {_frame[h].Cell} has {Counted.Companies(_frame[h].Population)}; {counts[h]} cannot be drawn."
                    )
                );
                isRight = false;
            }
        }

        return isRight;
    }

    /// <summary>The strata that a name means, as in <c>SN/*/S4</c>.</summary>
    private List<int>? Matching(YamlNode node, string pattern)
    {
        var parts = pattern.Split(ReportingCell.Separator);
        var strata = _design.Population.Strata;
        if (parts.Length != strata.Count)
        {
            node.Report(
                "unknown-code",
                $"A stratum of {_design.Id} is written as {string.Join(ReportingCell.Separator, strata.Select(one => one.Id))}, "
                    + "with * for any "
                    + $"code; '{pattern}' has {parts.Length} of {strata.Count} parts."
            );
            return null;
        }

        foreach (var (part, variable) in parts.Zip(strata))
        {
            if (part != "*" && variable.Classification.Find(part) is null)
            {
                node.Report("unknown-code", $"'{part}' is no {variable.Id}: '{variable.Classification.Id}' has no such code.");
                return null;
            }
        }

        var found = Enumerable
            .Range(0, _frame.Count)
            .Where(h => parts.Zip(strata).All(pair => pair.First == "*" || pair.Second.CodeOf(_frame[h].Cell) == pair.First))
            .ToList();
        if (found.Count == 0)
        {
            node.Report("unknown-code", $"The frame has no company in '{pattern}'. Remove it.");
            return null;
        }

        return found;
    }
}
