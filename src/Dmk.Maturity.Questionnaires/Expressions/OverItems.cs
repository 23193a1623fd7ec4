using System.Buffers;

namespace Dmk.Maturity.Questionnaires;

/// <summary>Functions over the items of a roster: the roster stands first, then what is looked at within each item, as in <c>sum(sites,
/// persons)</c>.</summary>
/// <remarks>All are missing while the roster is: nobody knows how many items there are.</remarks>
internal sealed class OverItems(TypeCheck types, string id, Named.Roster roster)
{
    private readonly TypeCheck _inner = types.Within(id, roster);

    public TypeCheck Types => types;

    /// <summary>Of the roster.</summary>
    public string Id => id;

    /// <param name="give">Of what is looked at, item by item.</param>
    public static Func<OverItems, ExpressionNode.Call, Typed?> Numbers(Func<decimal?[], decimal?> give) =>
        (over, call) =>
            over.NumberOfEach(call) is { } numbers ? new Typed.Number(slots => numbers(slots) is { } all ? give(all) : null) : null;

    /// <inheritdoc cref="OverValues.Total"/>
    public static Func<OverItems, ExpressionNode.Call, Typed?> Total(Func<decimal, int, decimal?> give) =>
        (over, call) =>
        {
            var rule = MissingRule.Of(call, over.Types);
            return over.NumberOfEach(call) is { } numbers && rule is not null
                ? new Typed.Number(slots => numbers(slots) is { } all ? rule.Total(all, give) : null)
                : null;
        };

    /// <param name="give">Of what is looked at, item by item.</param>
    public static Func<OverItems, ExpressionNode.Call, Typed?> Truths(Func<bool?[], bool?> give) =>
        (over, call) => over.TruthOfEach(call) is { } truths ? new Typed.Truth(slots => truths(slots) is { } all ? give(all) : null) : null;

    /// <summary>How many items there are, or for how many something is true: missing where that is unknown for one.</summary>
    public static Typed? Count(OverItems over, ExpressionNode.Call call) =>
        call.Arguments.Count == 1 ? over.CountOfAll()
        : over.TruthOfEach(call) is { } truths
            ? new Typed.Number(slots => truths(slots) is { } all && !all.Contains(null) ? all.Count(one => one == true) : null)
        : null;

    private Typed.Number CountOfAll() => new(slots => (slots[roster.Items] as Answer.EachItem)?.All.Count);

    private Func<Answer[], decimal?[]?>? NumberOfEach(ExpressionNode.Call call) =>
        _inner.Number(call.Arguments[1]) is { } number ? InEachItem(number) : null;

    private Func<Answer[], bool?[]?>? TruthOfEach(ExpressionNode.Call call) =>
        _inner.Truth(call.Arguments[1]) is { } truth ? InEachItem(truth) : null;

    /// <returns>What it gives within each item; null while the roster is missing.</returns>
    private Func<Answer[], T?[]?> InEachItem<T>(Func<Answer[], T?> read)
        where T : struct =>
        slots =>
        {
            if (slots[roster.Items] is not Answer.EachItem items)
            {
                return null;
            }

            var values = new T?[items.All.Count];
            var frame = ArrayPool<Answer>.Shared.Rent(roster.Layout.All);
            Array.Copy(slots, frame, Math.Min(slots.Length, roster.Layout.All));
            for (var i = 0; i < values.Length; i++)
            {
                items.All[i].CopyTo(frame, roster.First);
                values[i] = read(frame);
            }

            ArrayPool<Answer>.Shared.Return(frame, clearArray: true);
            return values;
        };
}
