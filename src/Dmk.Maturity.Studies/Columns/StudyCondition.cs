using System.Diagnostics;
using Dmk.Maturity.Indices;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>A condition on companies, found in what a study keeps of them: its declared filters, the persons employed, and the scores of
/// its index models.</summary>
public sealed class StudyCondition
{
    private const string Invalid = "WHERE_INVALID";

    private StudyCondition(string text, RowTest test) => (Text, Test) = (text, test);

    /// <summary>As it was written.</summary>
    public string Text { get; }

    internal RowTest Test { get; }

    /// <param name="model">The place of the index model that scores without another one's id are of.</param>
    /// <exception cref="ResultRequestException">It is no condition, or names what the study does not keep; the message says what there
    /// is.</exception>
    public static StudyCondition Read(Study study, int model, string text) =>
        Read(study.Design.Kept, [.. study.Versions.Select(version => version.Questionnaire)], study.Indices, model, text);

    /// <param name="kept">The answers that are kept.</param>
    /// <param name="versions">Of the questionnaire.</param>
    /// <exception cref="ResultRequestException">It is no condition, or names what is not kept; the message says what there is.</exception>
    internal static StudyCondition Read(
        IReadOnlyList<KeptAnswer> kept,
        IReadOnlyList<Questionnaire> versions,
        IReadOnlyList<IndexModel> indices,
        int model,
        string text
    )
    {
        var (condition, problems) = Condition.Parse(text);
        return condition is not null
            ? new(text, new Finding(kept, versions, indices, model).Found(condition))
            : throw new ResultRequestException(
                Invalid,
                "The condition cannot be read. "
                    + string.Join(" ", problems.Select(problem => $"At character {problem.Place.Column}: {problem.Message}"))
            );
    }

    private static Func<KeptValue, bool?> Comparison(Condition.Compared compared)
    {
        var (sign, code, number) = (compared.Sign, compared.With.Code, (double)compared.With.Number);
        if (code is null)
        {
            return value => double.IsNaN(value.Number) ? null : Holds(sign, value.Number.CompareTo(number));
        }

        return sign is "==" or "!="
            ? value => value.Code is null ? null : value.Code == code == (sign == "==")
            : throw new ResultRequestException(Invalid, $"Codes have no order: '{code}' is compared with == or !=, or stands in a list.");
    }

    private static bool Holds(string sign, int compared) =>
        sign switch
        {
            "==" => compared == 0,
            "!=" => compared != 0,
            "<" => compared < 0,
            "<=" => compared <= 0,
            ">" => compared > 0,
            ">=" => compared >= 0,
            _ => throw new UnreachableException(sign),
        };

    private static Func<KeptValue, bool?> Among(IReadOnlyList<ConditionValue> among)
    {
        var codes = among.Select(value => value.Code).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var numbers = among.Where(value => value.Code is null).Select(value => (double)value.Number).ToHashSet();
        return value =>
            value.IsMissing ? null
            : value.Code is { } code ? codes.Contains(code)
            : numbers.Contains(value.Number);
    }

    private static string InWords(IEnumerable<string> names) => string.Join(", ", names);

    /// <summary>Finds names in what a study keeps.</summary>
    private sealed class Finding(
        IReadOnlyList<KeptAnswer> keptAnswers,
        IReadOnlyList<Questionnaire> versions,
        IReadOnlyList<IndexModel> indices,
        int model
    )
    {
        public RowTest Found(Condition condition) =>
            condition switch
            {
                Condition.Both both => new RowTest.Both(Found(both.Left), Found(both.Right)),
                Condition.Either either => new RowTest.Either(Found(either.Left), Found(either.Right)),
                Condition.Not not => new RowTest.Not(Found(not.Of)),
                Condition.Compared compared => Found(compared.Name, [compared.With], Comparison(compared)),
                Condition.OneOf list => Found(list.Name, list.Among, Among(list.Among)),
                Condition.Answered answered => Found(answered.Name, [], value => !value.IsMissing),
                _ => throw new UnreachableException(),
            };

        private RowTest Found(ConditionName name, IReadOnlyList<ConditionValue> values, Func<KeptValue, bool?> holds)
        {
            switch (name)
            {
                case ConditionName.Score score:
                    if (values.FirstOrDefault(value => value.Code is not null).Code is { } word)
                    {
                        throw new ResultRequestException(Invalid, $"A score is a number and is not compared with '{word}'.");
                    }

                    var place = score.Index is null
                        ? model
                        : indices.Index().FirstOrDefault(one => one.Item.Id == score.Index, (-1, null!)).Index;
                    var index =
                        place >= 0
                            ? indices[place]
                            : throw new ResultRequestException(
                                Invalid,
                                $"The study has no index '{score.Index}'. It has {InWords(indices.Select(one => one.Id))}."
                            );
                    var node =
                        index.Node(score.Node)
                        ?? (score.Node == "total" ? index.Nodes[0] : null)
                        ?? throw new ResultRequestException(Invalid, $"The index {index.Id} has no node '{score.Node}'.");
                    return new RowTest.OfScore(place, node.Index, holds);
                case ConditionName.Answer answer:
                    var kept = keptAnswers.Index().FirstOrDefault(one => one.Item.Id == answer.Id, (-1, null!));
                    if (kept.Index < 0)
                    {
                        throw new ResultRequestException(
                            Invalid,
                            $"The study keeps no answer '{answer.Id}' for filters. It keeps "
                                + $"{(keptAnswers.Count == 0 ? "none" : InWords(keptAnswers.Select(one => one.Id)))}."
                        );
                    }

                    CheckValues(kept.Item, values);
                    return new RowTest.OfAnswer(kept.Index, holds);
                default:
                    throw new UnreachableException();
            }
        }

        private void CheckValues(KeptAnswer answer, IReadOnlyList<ConditionValue> values)
        {
            var codes = versions.SelectMany(answer.Codes).Distinct().ToArray();
            foreach (var value in values)
            {
                if (codes.Length > 0 && (value.Code is null || !codes.Contains(value.Code)))
                {
                    throw new ResultRequestException(Invalid, $"'{answer.Id}' has the codes {InWords(codes.Select(code => $"'{code}'"))}.");
                }

                if (codes.Length == 0 && value.Code is not null)
                {
                    throw new ResultRequestException(Invalid, $"'{answer.Id}' is a number or a truth and is not compared with a text.");
                }
            }
        }
    }
}
