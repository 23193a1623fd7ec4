using System.Diagnostics;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Simulation;

/// <summary>A made-up company that can fill in any questionnaire: the same seed gives the same company and the same answers.</summary>
public sealed class SyntheticCompany
{
    private const double ShareThatMovedToAnotherSize = 0.02;
    private const double ShareThatMovedToAnotherLand = 0.01;
    private const double ShareThatMovedToAnotherSector = 0.015;

    private readonly int _sizeRank;

    private SyntheticCompany(string unitId, int seed, RegisterCell now, int sizeRank, int persons, double maturity, double propensity) =>
        (UnitId, Seed, Now, _sizeRank, Persons, Maturity, Propensity) = (unitId, seed, now, sizeRank, persons, maturity, propensity);

    public string UnitId { get; }

    public int Seed { get; }

    /// <summary>Where it stands today; Land, sector and size may each differ from the stratum it was drawn in.</summary>
    public RegisterCell Now { get; }

    /// <summary>Persons employed today.</summary>
    public int Persons { get; }

    /// <summary>See <see cref="LatentMaturity"/>.</summary>
    public double Maturity { get; }

    /// <summary>The chance that it answers at all, 0 to 1.</summary>
    public double Propensity { get; }

    /// <summary>Whether it takes part in the survey.</summary>
    public bool Responds => new Chance(Seed, "responds", UnitId).Happens(Propensity);

    /// <param name="places">Where it may have moved since the frame was made. Its size may change to any of their classes.</param>
    public static SyntheticCompany Of(string unitId, RegisterCell stratum, FramePlaces places, int seed)
    {
        var sizes = places.Sizes;
        var rank = sizes.TakeWhile(size => size.Code != stratum.Size).Count();
        if (rank == sizes.Count)
        {
            throw new ArgumentException($"There is no size class {stratum.Size}.", nameof(stratum));
        }

        // Larger companies have somebody who answers surveys; about 48 percent in all.
        var propensity = 0.46 + (0.04 * rank);
        var seat = Seat(unitId, stratum, places, seed);
        var chance = new Chance(seed, "moved", unitId);
        if (chance.Happens(ShareThatMovedToAnotherSize))
        {
            rank = rank == 0 || (rank < sizes.Count - 1 && chance.Happens(0.5)) ? rank + 1 : rank - 1;
        }

        var now = seat with { Size = sizes[rank].Code };
        var maturity = LatentMaturity.Of(unitId, now, rank, seed);
        return new(unitId, seed, now, rank, SizeClasses.PersonsOf(unitId, sizes[rank]), maturity, propensity);
    }

    /// <summary>The same company one wave earlier: as large and at the same place, and as ready to take part, but less mature.</summary>
    public SyntheticCompany OneWaveEarlier() =>
        new(UnitId, Seed, Now, _sizeRank, Persons, LatentMaturity.OneWaveEarlier(UnitId, Now, _sizeRank, Seed), Propensity);

    /// <summary>What it knows about itself, by the names that questionnaires use; null where the question is about something
    /// else.</summary>
    public Answer? Fact(Question question) =>
        question switch
        {
            Question.Single => question.Id switch
            {
                "land" => new Answer.Coded(Now.Land),
                "sector" => new Answer.Coded(Now.Sector),
                "size" => new Answer.Coded(Now.Size),
                _ => null,
            },
            Question.Numeric => question.Id == "persons_employed" ? new Answer.Number(Persons) : null,
            Question.Multiple
            or Question.Grid
            or Question.CodeSearch
            or Question.SumGroup
            or Question.FreeText
            or Question.Date
            or Question.Period
            or Question.Roster
            or Question.Note => null,
            _ => throw new UnreachableException(question.GetType().Name),
        };

    /// <summary>Where it sits and what it does today, its size as in the frame. Each draw has a name of its own.</summary>
    private static RegisterCell Seat(string unitId, RegisterCell stratum, FramePlaces places, int seed)
    {
        var chance = new Chance(seed, "movedLand", unitId);
        var seat = chance.Happens(ShareThatMovedToAnotherLand) ? places.OtherLand(stratum, chance) : stratum;
        chance = new Chance(seed, "movedSector", unitId);
        return chance.Happens(ShareThatMovedToAnotherSector) ? places.OtherSector(seat, chance) : seat;
    }
}
