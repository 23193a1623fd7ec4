using System.Diagnostics;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Simulation;

/// <summary>What a made-up company says to one question: drawn from its maturity, possible for the question, the same for the same
/// attempt.</summary>
/// <remarks>Options and rows of a scale are taken as written from less to more. An item that is hard for one company is hard for
/// all.</remarks>
public sealed class AnswerDraw
{
    private const double BlankRate = 0.015;
    private const double ReasonRate = 0.03;

    private readonly SyntheticCompany _company;
    private readonly Question _question;
    private readonly Interview _soFar;
    private readonly Chance _chance;
    private readonly int _attempt;

    /// <summary>Of a roster, where the question is asked of its items; null elsewhere.</summary>
    private readonly string? _item;

    /// <param name="soFar">What it has said before, for bounds that depend on it.</param>
    /// <param name="attempt">0 the first time; more when an earlier answer did not fit with the others.</param>
    public AnswerDraw(SyntheticCompany company, Question question, Interview soFar, int attempt)
    {
        (_company, _question, _soFar, _attempt) = (company, question, soFar, attempt);
        _chance = new Chance(
            company.Seed,
            company.UnitId,
            question.Id,
            attempt.ToString(System.Globalization.CultureInfo.InvariantCulture)
        );
    }

    /// <summary>The same question of another item is another question.</summary>
    private AnswerDraw(AnswerDraw roster, Question question, Interview soFar, string item)
    {
        (_company, _question, _soFar, _attempt, _item) = (roster._company, question, soFar, roster._attempt, item);
        _chance = new Chance(
            _company.Seed,
            _company.UnitId,
            item,
            question.Id,
            _attempt.ToString(System.Globalization.CultureInfo.InvariantCulture)
        );
    }

    /// <summary>Its answers by variable; variables left blank are not in it.</summary>
    public IReadOnlyDictionary<string, Answer> Answers()
    {
        if (_company.Fact(_question) is { } fact)
        {
            return new Dictionary<string, Answer> { [_question.Id] = fact };
        }

        return _chance.Happens(BlankRate) && !_question.Required ? _none : Reason() ?? Values();
    }

    /// <summary>Whole questions without an answer: one of the reasons that the question offers, in the first question's variables all
    /// alike.</summary>
    public IReadOnlyDictionary<string, Answer>? Reason()
    {
        // A company that is far behind is more often at a loss.
        if (_question.Missing.Count == 0 || !_chance.Happens(ReasonRate * (_company.Maturity < 0 ? 1.5 : 0.7)))
        {
            return null;
        }

        var reason = new Answer.Missing(_question.Missing[_chance.Below(_question.Missing.Count)]);
        return _soFar
            .Questionnaire.Variables.Where(variable => variable.Question == _question && !IsSpecification(variable))
            .ToDictionary(variable => variable.Id, Answer (_) => reason, StringComparer.Ordinal);
    }

    private bool IsSpecification(Variable variable) => variable.Part is null && variable.Id != _question.Id;

    private IReadOnlyDictionary<string, Answer> Values() =>
        _question switch
        {
            Question.Single single => One(Chosen(single.Options, _question.Id), single.Options),
            Question.Multiple multiple => Ticked(multiple),
            Question.Grid grid => Rows(grid),
            Question.Numeric numeric => new NumberDraw(_company, _chance, _soFar, _item).Number(numeric) is { } number
                ? Only(new Answer.Number(number))
                : _none,
            Question.SumGroup group => new NumberDraw(_company, _chance, _soFar, _item).Parts(group),
            Question.FreeText text when _question.Required || _chance.Happens(0.1) => Only(new Answer.Words(Words(text))),
            Question.CodeSearch search => One(search.Options[_chance.Below(search.Options.Count)], search.Options),
            Question.Date date => Only(new Answer.Day(Day(date))),
            Question.Period period => Only(Between(period)),
            Question.Roster roster => Listed(roster),
            Question.FreeText or Question.Note => _none,
            _ => throw new UnreachableException(_question.GetType().Name),
        };

    /// <summary>A threshold model: the company's maturity, how hard the item is and an error, on a logistic scale, cut into as many parts
    /// as there are options.</summary>
    private Option Chosen(IReadOnlyList<Option> options, string item)
    {
        var hardness = 0.5 * new Chance(_company.Seed, "item", item).Normal();
        var position = 1 / (1 + Math.Exp(-(0.9 * (_company.Maturity - hardness)) - (1.1 * _chance.Normal())));
        return options[Math.Min(options.Count - 1, (int)(position * options.Count))];
    }

    private Dictionary<string, Answer> One(Option chosen, IReadOnlyList<Option> options)
    {
        var answers = Only(new Answer.Coded(chosen.Code));
        Specify(answers, options.Where(option => option == chosen));
        return answers;
    }

    /// <summary>Up to three items more than must be, each with its answers.</summary>
    private Dictionary<string, Answer> Listed(Question.Roster roster)
    {
        var count = Math.Min(roster.Maximum, Math.Max(1, roster.Minimum) + _chance.Below(3));
        string[] ids = [.. Enumerable.Range(0, count).Select(place => $"item{place + 1:00}")];
        var answers = Only(new Answer.Items(ids));
        var soFar = _soFar.With(_question.Id, answers[_question.Id]);
        foreach (var id in ids)
        {
            foreach (var inner in roster.Questions.Where(inner => inner is not Question.Note && soFar.IsAsked(inner, id)))
            {
                foreach (var (template, answer) in new AnswerDraw(this, inner, soFar, id).Answers())
                {
                    answers[ItemId.Variable(roster.Id, id, template)] = answer;
                }

                soFar = soFar.With(answers);
            }
        }

        return answers;
    }

    private Dictionary<string, Answer> Rows(Question.Grid grid)
    {
        var chosen = grid.Rows.ToDictionary(row => $"{grid.Id}.{row.Id}", row => Chosen(grid.Options, $"{grid.Id}.{row.Id}"));
        var answers = chosen.ToDictionary(
            row => row.Key,
            row => grid.Several ? grid.Ticked([row.Value.Code]) : new Answer.Coded(row.Value.Code),
            StringComparer.Ordinal
        );
        Specify(answers, chosen.Values.Distinct());
        return answers;
    }

    private Dictionary<string, Answer> Ticked(Question.Multiple multiple)
    {
        var open = multiple.Options.Where(option => !option.Exclusive).ToList();
        var inclination = open.ToDictionary(
            option => option.Code,
            option =>
                (0.9 * _company.Maturity)
                - 0.3
                + new Chance(_company.Seed, "option", multiple.Id, option.Code).Normal()
                + (1.2 * _chance.Normal()),
            StringComparer.Ordinal
        );
        var inOrder = open.OrderByDescending(option => inclination[option.Code]).ToList();
        var count = inOrder.Count(option => inclination[option.Code] > 0);
        var nothing = multiple.Options.FirstOrDefault(option => option.Exclusive);
        if (count == 0 && nothing is not null)
        {
            return Only(new Answer.CodedSet([nothing.Code]));
        }

        count = Math.Clamp(
            count,
            multiple.Minimum ?? (multiple.Required ? 1 : 0),
            Math.Min(inOrder.Count, multiple.Maximum ?? int.MaxValue)
        );
        if (count == 0)
        {
            return [];
        }

        var ticked = inOrder.Take(count).ToHashSet();
        var answers = Only(new Answer.CodedSet([.. multiple.Options.Where(ticked.Contains).Select(option => option.Code)]));
        Specify(answers, ticked);
        return answers;
    }

    private void Specify(Dictionary<string, Answer> answers, IEnumerable<Option> chosen)
    {
        foreach (var option in chosen.Where(option => option.AsksToSpecify))
        {
            answers[$"{_question.Id}.{option.Code}"] = new Answer.Words("Synthetische Angabe");
        }
    }

    private static string Words(Question.FreeText question)
    {
        const string words = "Synthetische Angabe eines erfundenen Betriebs";
        return question.Format switch
        {
            TextFormat.Email => "synthetisch@example.org",
            TextFormat.Phone => "0228 000000",
            TextFormat.PostalCode => "53113",
            TextFormat.Plain => words[..Math.Min(words.Length, question.MaximumLength)].PadRight(question.MinimumLength, '.'),
            _ => throw new UnreachableException(question.Format.ToString()),
        };
    }

    private DateOnly Day(Question.Date date)
    {
        var from = date.From?.Day(_soFar) ?? new DateOnly(2015, 1, 1);
        var to = date.To?.Day(_soFar) ?? from.AddYears(10);
        return from.AddDays(_chance.Below(Math.Max(1, to.DayNumber - from.DayNumber + 1)));
    }

    /// <summary>A period of any length that is possible, up to two years where nothing else is asked.</summary>
    private Answer.Period Between(Question.Period period)
    {
        var from = period.From?.Day(_soFar) ?? period.To?.Day(_soFar)?.AddYears(-10) ?? new DateOnly(2015, 1, 1);
        var to = period.To?.Day(_soFar) ?? from.AddYears(10);
        var room = to.DayNumber - from.DayNumber + 1;
        var least = Math.Min(period.MinimumDays ?? 1, room);
        var most = Math.Clamp(period.MaximumDays ?? 730, least, room);
        var days = least + _chance.Below(most - least + 1);
        var first = from.AddDays(_chance.Below(room - days + 1));
        return new(first, first.AddDays(days - 1));
    }

    private Dictionary<string, Answer> Only(Answer answer) => new(StringComparer.Ordinal) { [_question.Id] = answer };

    private static readonly Dictionary<string, Answer> _none = [];
}
