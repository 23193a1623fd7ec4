using System.Collections.Concurrent;
using System.Globalization;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Indices;

/// <summary>How the answers of one company become scores: a tree of indicators, dimensions and the index. Immutable; its hash names its
/// content.</summary>
/// <remarks>OECD/JRC Handbook on Constructing Composite Indicators (2008), steps 5 and 6: every indicator is brought to the scale, every
/// node says how it aggregates.</remarks>
public sealed class IndexModel
{
    /// <summary>Sums of rounded weights may end a hair below a level's bound that they reach exactly on paper.</summary>
    private const double Hair = 1e-9;

    private readonly Questionnaire _questionnaire;
    private readonly Func<Questionnaire, ScoringPlan> _read;

    /// <summary>For other versions of the questionnaire, by their hash: variables stand at other places there.</summary>
    private readonly ConcurrentDictionary<string, ScoringPlan> _otherPlans = new(StringComparer.Ordinal);

    /// <param name="read">The plan of this model for another version of the questionnaire.</param>
    internal IndexModel(Questionnaire questionnaire, ScoringPlan plan, Func<Questionnaire, ScoringPlan> read) =>
        (_questionnaire, Plan, _read) = (questionnaire, plan, read);

    public required string Id { get; init; }

    public required string Version { get; init; }

    /// <summary>SHA-256 over the file's text (line ends normalised to LF), lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    public required string Source { get; init; }

    public required Text Title { get; init; }

    public required string QuestionnaireId { get; init; }

    /// <summary>The model scores every version of the questionnaire that has this major number.</summary>
    public required int QuestionnaireMajor { get; init; }

    public required double ScaleFrom { get; init; }

    public required double ScaleTo { get; init; }

    /// <summary>Ascending; the first begins where the scale does.</summary>
    public required IReadOnlyList<Level> Levels { get; init; }

    /// <summary>From which score on a level is reached, of all but the first; ascending.</summary>
    public IReadOnlyList<double> Steps => [.. Levels.Skip(1).Select(level => level.From - Hair)];

    /// <summary>Parents before children, siblings in the order of the file.</summary>
    public required IReadOnlyList<IndexNode> Nodes { get; init; }

    /// <summary>For the version of the questionnaire that it was read against.</summary>
    internal ScoringPlan Plan { get; }

    /// <summary>Whether the index is the weighted mean of its dimensions, the weights of missing ones spread over the others. What an index
    /// by any other rule would be under other weights does not follow from sums over companies.</summary>
    public bool IsWeightedMean =>
        Plan.Nodes[0].Branch is { Aggregation: Aggregation.Arithmetic } root
        && !Array.Exists(root.Children, child => Plan.Nodes[child].Reversed);

    public IndexNode? Node(string id) => Nodes.FirstOrDefault(node => node.Id == id);

    /// <summary>The variables of the questionnaire that an indicator is made from, each once; empty for a node with children.</summary>
    public IReadOnlyList<string> VariablesOf(IndexNode node) =>
        [.. (Plan.Nodes[node.Index].Indicator?.Variables ?? []).Select(variable => variable.Id).Distinct()];

    /// <summary>Of what the scores of a company are made, in the order of <see cref="Nodes"/>; null for nodes without a score.</summary>
    /// <param name="has">Whether it has a score of the node at a place.</param>
    public IReadOnlyList<ScoreMakeUp?> MakeUps(Func<int, bool> has) =>
        ScoreMakeUp.Of(Plan.Nodes, has, node => $"{Id}@{Version} {Nodes[node].Id}");

    /// <summary>Scores of every node for one company, in the order of <see cref="Nodes"/>; NaN is missing, never 0.</summary>
    /// <exception cref="ArgumentException">An interview of another questionnaire, or of another major version.</exception>
    /// <exception cref="InvalidOperationException">The model does not fit this minor version of the questionnaire, or an answer is not
    /// one that the questionnaire allows.</exception>
    public double[] Score(Interview interview) => PlanFor(interview).Score(interview);

    /// <exception cref="ArgumentException">Not a number: a missing score reaches no level.</exception>
    public Level LevelOf(double score)
    {
        if (double.IsNaN(score))
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"A missing score ({score}) reaches no level."),
                nameof(score)
            );
        }

        return Levels.LastOrDefault(level => score >= level.From - Hair) ?? Levels[0];
    }

    internal ScoringPlan PlanFor(Interview interview)
    {
        var asked = interview.Questionnaire;
        if (ReferenceEquals(asked, _questionnaire) || asked.Hash == _questionnaire.Hash)
        {
            return Plan;
        }

        if (asked.Id != QuestionnaireId || SemanticVersion.Major(asked.Version) != QuestionnaireMajor)
        {
            throw new ArgumentException(
                $"The model {Id} {Version} scores {QuestionnaireId}@{QuestionnaireMajor}, not {asked.Id}@{asked.Version}.",
                nameof(interview)
            );
        }

        return _otherPlans.GetOrAdd(asked.Hash, static (_, both) => both._read(both.asked), (_read, asked));
    }
}
