using System.Diagnostics;
using System.Globalization;
using Dmk.Maturity.Indices;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.GraphQL;

[Name("ScoreExplanation"), Description("How the scores of made-up values come about.")]
internal sealed record ExplainScorePayload
{
    [Description("Of the whole index; null where it has none.")]
    public double? Score { get; init; }

    [Description("The index, its dimensions and indicators, in the order of the model; empty where there are problems."), ListSize(100)]
    public IReadOnlyList<ScoredNodeView> Nodes { get; init; } = [];

    [Description("What no company could say; nothing was scored then."), ListSize(20)]
    public IReadOnlyList<MadeUpProblemView> Problems { get; init; } = [];
}

[Name("MadeUpProblem"), Description("A mistake in one of the made-up values.")]
internal sealed class MadeUpProblemView(AnswerProblem problem, Language language)
{
    [Id, Description("The variable, as sent.")]
    public string Variable => problem.Variable;

    [Description("Stable, as in unknownVariable.")]
    public string Code => problem.Code;

    [Description("What is wrong, and what to do.")]
    public string Message => problem.Message.In(language);
}

[Name("ScoredNode"), Description("What one node of an index scored, and what it gave to the index.")]
internal sealed class ScoredNodeView(NodeExplanation node, IndexModel model, Language language)
{
    [Description("The node.")]
    public NodeView Node => new(node.Node, model, language);

    [Description("On the scale of the index; null where it is left out.")]
    public double? Score => node.Score.OrNull;

    [Description("Its share of the weight among its siblings that count, 0 to 1.")]
    public double EffectiveWeight => node.EffectiveWeight;

    [Description("Points of the index's score that came from it; null where the index has no score. Of the index itself all of them.")]
    public double? Points => (node.Contributions.Count == 0 ? node.Score - model.ScaleFrom : node.Contributions[^1].Points).OrNull;

    [Description("Of an indicator without a value: why.")]
    public MissingReason? Missing => node.Reason;

    [Description("What an indicator read; empty for others."), ListSize(3)]
    public IEnumerable<ReadValueView> Reads => node.Answers.Select(read => new ReadValueView(read));
}

[Name("ReadValue"), Description("A value that an indicator read: value or missing is there.")]
internal sealed class ReadValueView(ReadAnswer read)
{
    [Id, Description("The variable, as in ai_use.")]
    public string Variable => read.Variable.Id;

    [Description("A code, codes with blanks between, a number, a text, a day, or two days; of a roster the number of its items.")]
    public string? Value =>
        read.Answer switch
        {
            Answer.Coded one => one.Code,
            Answer.CodedSet several => string.Join(' ', several.Codes),
            Answer.Number number => ExactNumberType.Write(number.Value),
            Answer.Words words => words.Value,
            Answer.Day day => day.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Answer.Period period => string.Create(CultureInfo.InvariantCulture, $"{period.From:yyyy-MM-dd}/{period.To:yyyy-MM-dd}"),
            Answer.Items items => items.Ids.Count.ToString(CultureInfo.InvariantCulture),
            Answer.Missing => null,
            _ => throw new UnreachableException(read.Answer.GetType().Name),
        };

    [Description("Why there is no value.")]
    public MissingReason? Missing => (read.Answer as Answer.Missing)?.Reason;
}
