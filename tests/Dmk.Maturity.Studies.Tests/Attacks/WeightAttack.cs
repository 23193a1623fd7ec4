using Dmk.Maturity.Trials;

namespace Dmk.Maturity.Studies.Tests;

/// <summary>Attack 1: one number of companies of each stratum fits the effective respondents of a cell, which gives their weights; and of
/// the steps of a question one sum per stratum fits population times mean. Where fewer than five companies are of a stratum this is what
/// they have answered together.</summary>
internal static class WeightAttack
{
    private const double Precise = 1e-9;

    private const int Step = 25;
    private const int FewCompanies = 5;

    /// <summary>Every combination is looked at; so only in cells of so many companies.</summary>
    private const int MostCompanies = 40;

    /// <summary>Of each the place of its second variable in a reporting cell.</summary>
    private static readonly (string[] By, int Second)[] _tables = [(["land", "sector"], 1), (["land", "size"], 2)];
    private static readonly string[] _questions = ["a1", "a2", "b1", "b2", "c"];

    public static AttackResult Run(Reading reading, AttackedStudy study)
    {
        var result = new AttackResult();
        foreach (var (by, second) in _tables)
        {
            foreach (var (_, key) in reading.Cells.Where(cell => cell.By.SequenceEqual(by)))
            {
                FrameStratum[] strata = [.. study.Frame.Where(stratum => $"{stratum.Cell.Land}|{stratum.Cell[second]}" == key)];
                foreach (var question in _questions.Select(id => AttackedSurvey.Model.Node(id)!.Index))
                {
                    if (reading[question, by, key] is { IsGiven: true } figure)
                    {
                        result.Attempts++;
                        if (figure.Respondents <= MostCompanies && reading[0, by, key] is { IsGiven: true } index)
                        {
                            Answers(result, [.. reading.Behind(question, by, key)], (question, figure), index, strata);
                        }
                    }
                }
            }
        }

        return result;
    }

    private static void Answers(
        AttackResult result,
        AttackedCompany[] behind,
        (int Node, ReadFigure Figure) asked,
        ReadFigure index,
        FrameStratum[] strata
    )
    {
        // Whoever lacks the question is not told from others here.
        if (asked.Figure.Respondents != index.Respondents || Mixes(index, strata).Take(2).ToArray() is not [var mix])
        {
            return;
        }

        (double Weight, int Companies)[] parts =
        [
            .. strata.Zip(mix, (stratum, companies) => (companies == 0 ? 0 : (double)stratum.Population / companies, companies)),
        ];
        if (Sums(asked.Figure.Sum, parts).Take(2).ToArray() is [var only])
        {
            foreach (var (place, steps) in only.Index().Where(one => mix[one.Index] is > 0 and < FewCompanies))
            {
                result.Results++;
                AttackedCompany[] few = [.. behind.Where(company => company.Stratum == strata[place].Cell)];
                result.Right += few.Length == mix[place] && few.Sum(company => company.Scores[asked.Node]) == Step * steps ? 1 : 0;
            }
        }
    }

    /// <summary>How many companies of each stratum.</summary>
    private static IEnumerable<int[]> Mixes(ReadFigure index, FrameStratum[] strata)
    {
        var square = index.Population * index.Population / index.Effective;
        return Of(0, (int)index.Respondents, 0, 0);

        IEnumerable<int[]> Of(int place, int left, double sum, double squares)
        {
            if (place == strata.Length)
            {
                if (left == 0 && IsNear(index.Population, sum) && IsNear(square, squares))
                {
                    yield return new int[strata.Length];
                }

                yield break;
            }

            for (var companies = 0; companies <= left; companies++)
            {
                double population = companies == 0 ? 0 : strata[place].Population;
                var further = companies == 0 ? 0 : population * population / companies;
                foreach (var rest in Of(place + 1, left - companies, sum + population, squares + further))
                {
                    rest[place] = companies;
                    yield return rest;
                }
            }
        }
    }

    private static bool IsNear(Between known, double value) =>
        value >= known.Low - (Precise * known.High) && value <= known.High + (Precise * known.High);

    /// <summary>Which sums of steps fit.</summary>
    private static IEnumerable<int[]> Sums(Between known, (double Weight, int Companies)[] parts)
    {
        return Of(0, 0);

        IEnumerable<int[]> Of(int place, double sum)
        {
            if (sum > known.High * (1 + Precise))
            {
                yield break;
            }

            if (place == parts.Length)
            {
                if (IsNear(known, sum))
                {
                    yield return new int[parts.Length];
                }

                yield break;
            }

            for (var steps = 0; steps <= parts[place].Companies * (100 / Step); steps++)
            {
                foreach (var rest in Of(place + 1, sum + (parts[place].Weight * Step * steps)))
                {
                    rest[place] = steps;
                    yield return rest;
                }
            }
        }
    }
}
