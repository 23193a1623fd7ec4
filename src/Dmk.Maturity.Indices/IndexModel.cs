using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Indices;

/// <summary>A named level of maturity, from its lower bound (included) up to the next one.</summary>
public sealed record Level(string Id, double From, Text Title);

/// <summary>A node of the index tree: the index itself, a dimension or an indicator.</summary>
/// <param name="Index">Its place in <see cref="IndexModel.Nodes"/> and in every array of scores; 0 is the index itself.</param>
/// <param name="Parent">The place of its parent; null for the index itself.</param>
/// <param name="Weight">Relative to its siblings.</param>
/// <param name="Depth">0 the index, 1 a dimension, deeper an indicator.</param>
public sealed record IndexNode(string Id, Text Title, int Index, int? Parent, double Weight, int Depth);

/// <summary>How the answers of one company become scores: a tree of indicators, dimensions and the index. Immutable; its hash names its content.</summary>
public sealed partial class IndexModel
{
    public required string Id { get; init; }

    public required string Version { get; init; }

    /// <summary>SHA-256 over the file's text (line ends normalised to LF), lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    public required string Source { get; init; }

    public required Text Title { get; init; }

    public required string QuestionnaireId { get; init; }

    public required double ScaleFrom { get; init; }

    public required double ScaleTo { get; init; }

    public required IReadOnlyList<Level> Levels { get; init; }

    /// <summary>Parents before children, siblings in the order of the file.</summary>
    public required IReadOnlyList<IndexNode> Nodes { get; init; }

    public IndexNode? Node(string id) => Nodes.FirstOrDefault(node => node.Id == id);

    public static Reading<IndexModel> Read(string path, Questionnaire questionnaire) => throw new NotImplementedException(path + questionnaire.Id);

    public static Reading<IndexModel> Parse(string yaml, string file, Questionnaire questionnaire) => throw new NotImplementedException(yaml + file + questionnaire.Id);

    /// <summary>Scores of every node for one company, in the order of <see cref="Nodes"/>; NaN is missing, never 0.</summary>
    public double[] Score(Interview interview) => throw new NotImplementedException(interview.ToString());

    public Level LevelOf(double score) => throw new NotImplementedException(score.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
