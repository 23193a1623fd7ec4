using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Server.Tests;

/// <summary>Every kind of question has every face, or stands in <c>missing.txt</c>, which is empty and stays so.</summary>
public sealed class FaceTests
{
    private static readonly string[] _missing = File.ReadAllLines(
        Path.Combine(Repository.Root, "tests", "Dmk.Maturity.Server.Tests", "Faces", "missing.txt")
    );

    public static TheoryData<string, string> KindsAndFaces
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var kind in AskedKind.All)
            {
                foreach (var face in Face.All)
                {
                    all.Add(kind.Name, face.Name);
                }
            }

            return all;
        }
    }

    public static TheoryData<string> Kinds => [.. AskedKind.All.Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(KindsAndFaces))]
    public async Task A_kind_has_a_face_unless_it_is_known_to_be_missing(string kind, string face)
    {
        var has = await Face.All.Single(one => one.Name == face).Has(Kind(kind));

        Assert.True(
            has != _missing.Contains(Line(kind, face)),
            has ? $"'{kind}' has a {face} by now: take '{Line(kind, face)}' out of missing.txt." : $"'{kind}' has no {face}."
        );
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_can_be_published(string kind)
    {
        var reading = PublicationDoor.Questionnaire(Kind(kind).File, "one.yaml", AskedKind.Classifications);

        Assert.NotNull(reading.Value);
        Assert.Empty(Errors(reading));
    }

    [Fact]
    public void The_list_of_missing_faces_only_shrinks_and_names_what_there_is()
    {
        Assert.Empty(_missing);
        Assert.Equal(_missing.Distinct(), _missing);
        Assert.Empty(_missing.Except(AskedKind.All.SelectMany(kind => Face.All.Select(face => Line(kind.Name, face.Name)))));
    }

    [Fact]
    public void Every_kind_of_question_answer_and_reason_is_in_the_table()
    {
        Assert.Equal(Cases<Question>(), [.. AskedKind.All.Select(kind => kind.Question.GetType())]);
        var said = AskedKind.All.SelectMany(kind => kind.Said.Values).ToArray();
        Assert.Equal(Cases<Answer>(), [.. said.Select(answer => answer.GetType())]);
        Assert.Equal(
            Enum.GetValues<MissingReason>().Except([MissingReason.Unanswered, MissingReason.NotAsked]).Order(),
            said.OfType<Answer.Missing>().Select(missing => missing.Reason).Order()
        );
    }

    private static AskedKind Kind(string name) => AskedKind.All.Single(kind => kind.Name == name);

    private static string Line(string kind, string face) => $"{kind}: {face}";

    private static IEnumerable<Problem> Errors(Parsed<Questionnaire> reading) =>
        reading.Problems.Where(problem => problem.Severity == Severity.Error);

    private static HashSet<Type> Cases<T>() => [.. typeof(T).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(T)))];
}
