namespace Dmk.Maturity.Indices;

/// <summary>A node with children.</summary>
/// <param name="Children">Their places, all behind their parent's.</param>
/// <param name="Exponent">Of a power mean, else 1.</param>
internal sealed record Branch(int[] Children, Aggregation Aggregation, double Exponent, Availability Availability)
{
    /// <summary>One score of those that the children bring, or NaN; <paramref name="presence"/> says which and why.</summary>
    public double Score(ReadOnlySpan<ChildScore> entries, Scale scale, out Presence presence)
    {
        if (Aggregation == Aggregation.Ladder)
        {
            return Ladder.Score(entries, scale, out presence);
        }

        var (present, inapplicable, presentWeight, whole) = (0, 0, 0.0, 0.0);
        foreach (var entry in entries)
        {
            switch (entry.Presence)
            {
                case Presence.Present:
                    present++;
                    presentWeight += entry.Weight;
                    whole += entry.Weight;
                    break;
                case Presence.Inapplicable:
                    inapplicable++;
                    whole += Availability.OfApplicable ? 0 : entry.Weight;
                    break;
                default:
                    whole += entry.Weight;
                    break;
            }
        }

        if (Availability.Suffices(present, presentWeight, whole))
        {
            presence = Presence.Present;
            return Mean.Of(Aggregation, Exponent, entries, scale);
        }

        presence = inapplicable == entries.Length ? Presence.Inapplicable : Presence.Missing;
        return double.NaN;
    }
}
