using CsCheck;

namespace Dmk.Maturity.Questionnaires.Tests;

/// <summary>What holds for every interview over every questionnaire that can be published: random definitions, random walks.</summary>
public class InterviewLaws
{
    /// <summary>Definitions and walks tried for each law.</summary>
    private const int Cases = 400;

    private static readonly Gen<(int Definition, int Walk)> _seeds = Gen.Select(Gen.Int[0, 100_000], Gen.Int);

    [Fact]
    public void There_is_no_dead_end() =>
        SampleAnswerable(
            (form, random) =>
            {
                var draft = Interview.Of(form, Drafted(form, random));
                Assert.NotNull(RandomWalk.ToTheEnd(draft, random));
            }
        );

    [Fact]
    public void Back_and_forth_is_stable() =>
        Sample(
            (form, random) =>
            {
                var before = Interview.Of(form, Drafted(form, random));
                foreach (var (variable, answer) in RandomWalk.Edits(form, random, 10))
                {
                    Assert.Equal(State(before), State(before.With(variable, answer).With(variable, before.Answers[variable])));
                }
            }
        );

    [Fact]
    public void Resuming_equals_continuing() =>
        Sample(
            (form, random) =>
            {
                var (continued, resumed) = (Interview.Of(form, Answers.None), Interview.Of(form, Answers.None));
                foreach (var (variable, answer) in RandomWalk.Edits(form, random, 15))
                {
                    continued = continued.With(variable, answer);
                    resumed = Interview.Of(form, AnswersJson.Read(AnswersJson.Write(resumed.Answers))).With(variable, answer);
                }

                Assert.Equal(State(continued), State(resumed));
            }
        );

    [Fact]
    public void The_order_of_edits_does_not_matter() =>
        Sample(
            (form, random) =>
            {
                var edits = Drafted(form, random).All.ToArray();
                var forth = edits.Aggregate(Interview.Of(form, Answers.None), (interview, edit) => interview.With(edit.Key, edit.Value));
                random.Shuffle(edits);
                var shuffled = edits.Aggregate(Interview.Of(form, Answers.None), (interview, edit) => interview.With(edit.Key, edit.Value));
                Assert.Equal(State(forth), State(shuffled));
            }
        );

    [Fact]
    public void An_answer_off_the_path_influences_nothing() =>
        Sample(
            (form, random) =>
            {
                var interview = Interview.Of(form, Drafted(form, random));
                var state = State(interview);
                var off = RandomAnswers.VariablesOf(form).Where(variable => !interview.IsAsked(variable)).ToList();
                var changed = off.Aggregate(interview, (all, variable) => all.With(variable.Id, RandomAnswers.Of(variable, random)));
                Assert.Equal(state, State(changed));
                Assert.Equal(state, State(Interview.Of(form, interview.OnPath)));
            }
        );

    [Fact]
    public void Clearing_equals_never_answering() =>
        Sample(
            (form, random) =>
            {
                var interview = Interview.Of(form, Drafted(form, random));
                foreach (var (variable, answer) in RandomWalk.Edits(form, random, 10))
                {
                    var never = Interview.Of(form, interview.Answers.With(variable, Answer.Unanswered));
                    Assert.Equal(State(never), State(interview.With(variable, answer).With(variable, Answer.Unanswered)));
                }
            }
        );

    [Fact]
    public void What_is_kept_at_submission_is_complete_and_stays_so() =>
        SampleAnswerable(
            (form, random) =>
            {
                var done = RandomWalk.ToTheEnd(Interview.Of(form, Drafted(form, random)), random)!;
                var kept = Interview.Of(form, done.OnPath);
                Assert.Empty(kept.Problems);
                Assert.DoesNotContain(kept.Fired, fired => fired.Check.Level == CheckLevel.Hard);
                Assert.Equal(AnswersJson.Write(done.OnPath), AnswersJson.Write(kept.OnPath));
            }
        );

    [Fact]
    public void Every_text_can_be_said_in_both_languages() =>
        Sample(
            (form, random) =>
            {
                var interview = Interview.Of(form, Drafted(form, random));
                foreach (var question in form.Sections.SelectMany(section => section.Questions))
                {
                    Assert.NotEqual("", interview.Say(question.Text, Language.German));
                    Assert.NotEqual("", interview.Say(question.Text, Language.English));
                }
            }
        );

    private static void Sample(Action<Questionnaire, Random> law) =>
        _seeds.Sample(
            seeds =>
                law(
                    seeds.Walk % 2 == 0 ? AnswerableDefinitions.Of(seeds.Definition) : RandomDefinitions.Of(seeds.Definition),
                    new Random(seeds.Walk)
                ),
            iter: Cases,
            threads: 1
        );

    private static void SampleAnswerable(Action<Questionnaire, Random> law) =>
        _seeds.Sample(seeds => law(AnswerableDefinitions.Of(seeds.Definition), new Random(seeds.Walk)), iter: Cases, threads: 1);

    private static Answers Drafted(Questionnaire form, Random random) =>
        Answers.Of(
            RandomAnswers
                .VariablesOf(form)
                .Where(_ => random.Next(4) > 0)
                .Select(variable => KeyValuePair.Create(variable.Id, RandomAnswers.Of(variable, random)))
        );

    /// <summary>All that an interview says, and how it words its questions.</summary>
    private static string State(Interview interview) =>
        string.Join(
            '\n',
            interview
                .Questionnaire.Sections.SelectMany(section => section.Questions)
                .Select(question => interview.Say(question.Text, Language.German))
                .Prepend(ChangeTests.StateOf(interview))
        );
}
