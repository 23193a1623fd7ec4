namespace Dmk.Maturity.Statistics;

/// <summary>What a measure finds in the cells of a sample, for the domains of one partition.</summary>
internal sealed class MeasuredCells
{
    private readonly WeightedCells _sample;
    private readonly MeasuredParts _found;
    private readonly CellPartition _partition;
    private readonly int[] _domainOf;
    private readonly double[] _codeviations;

    public MeasuredCells(MeasuredParts found, CellPartition partition)
    {
        (_sample, _found, _partition) = (found.Sample, found, partition);
        var cells = _sample.Cells.Count;
        (_domainOf, _codeviations, Sums) = (new int[cells], new double[cells], new DomainSums[partition.Count]);
        for (var place = 0; place < cells; place++)
        {
            if ((_domainOf[place] = partition.DomainOf[_sample.Cells[place].Cell]) >= 0)
            {
                Sums[_domainOf[place]].Add(_sample.Weights[place], found.Parts[place]);
            }
        }
    }

    /// <summary>Per domain.</summary>
    public DomainSums[] Sums { get; }

    /// <summary>Per domain, from the sums.</summary>
    /// <param name="influences">Per domain.</param>
    public void Measure(CellInfluence[] influences)
    {
        for (var place = 0; place < _domainOf.Length; place++)
        {
            if (IsCounted(place))
            {
                _codeviations[place] = _found.Deviations(place, influences[_domainOf[place]].Ratio);
            }
        }
    }

    /// <summary>Adds what a simple random sample is held against; of means, whose codeviations are those about any ratio.</summary>
    public void AddSquares()
    {
        for (var place = 0; place < _domainOf.Length; place++)
        {
            if (IsCounted(place))
            {
                var part = _found.Parts[place];
                ref var sum = ref Sums[_domainOf[place]];
                var apart = part.Residual(sum.Ratio);
                sum.AddSquares(_sample.Weights[place] * (_codeviations[place] + (part.Count * apart * apart)));
            }
        }
    }

    /// <summary>Per domain the classes' contributions to its variance.</summary>
    public VarianceParts[] Variances(CellInfluence[] influences, LonelyUnit lonely) =>
        _sample.Projection is null
            ? OfOwn(influences, lonely)
            : [.. influences.Select((influence, domain) => OfAll(domain, influence, lonely))];

    /// <summary>Without a calibration a domain moves with the classes of its own respondents alone.</summary>
    private VarianceParts[] OfOwn(CellInfluence[] influences, LonelyUnit lonely)
    {
        var (variances, spreads) = (new VarianceParts[influences.Length], new Spread[influences.Length]);
        var touched = new List<int>();
        var classOf = _sample.ClassOf;
        for (var (place, index) = (0, 0); index < _sample.Classes; index++)
        {
            for (; place < classOf.Length && classOf[place] == index; place++)
            {
                if (IsCounted(place))
                {
                    var domain = _domainOf[place];
                    if (spreads[domain].Count == 0)
                    {
                        touched.Add(domain);
                    }

                    AddCell(place, influences[domain], 0, ref spreads[domain]);
                }
            }

            foreach (var domain in touched)
            {
                AddClass(index, spreads[domain], lonely, ref variances[domain]);
                spreads[domain] = default;
            }

            touched.Clear();
        }

        return variances;
    }

    /// <summary>After a calibration a domain moves with all respondents.</summary>
    private VarianceParts OfAll(int domain, CellInfluence influence, LonelyUnit lonely)
    {
        var shifts = influence.Shifts(_found, _partition, domain);
        var variance = default(VarianceParts);
        for (var (place, index) = (0, 0); index < _sample.Classes; index++)
        {
            var spread = default(Spread);
            for (; place < _sample.Cells.Count && _sample.ClassOf[place] == index; place++)
            {
                var (moments, weight) = (_sample.Cells[place].Moments, _sample.Weights[place]);
                var before = spread.Count;
                if (_domainOf[place] == domain)
                {
                    AddCell(place, influence, shifts[place], ref spread);
                }

                spread.Add(moments.Respondents - (spread.Count - before), weight * shifts[place], 0);
            }

            AddClass(index, spread, lonely, ref variance);
        }

        return variance;
    }

    private bool IsCounted(int place) => _domainOf[place] >= 0 && _found.Parts[place].Count > 0;

    /// <summary>The z of the counted respondents of a cell are their values, shifted and scaled.</summary>
    private void AddCell(int place, CellInfluence influence, double shift, ref Spread spread)
    {
        var (part, weight) = (_found.Parts[place], _sample.Weights[place]);
        if (part.Count > 0)
        {
            var scale = weight * influence.ScaleAt(weight);
            spread.Add(part.Count, (scale * part.Residual(influence.Ratio)) + (weight * shift), scale * scale * _codeviations[place]);
        }
    }

    private void AddClass(int index, Spread spread, LonelyUnit lonely, ref VarianceParts variance)
    {
        var (n, correction) = (_sample.RespondentsOfClass[index], _sample.Corrections[index]);
        variance.IsSampled |= correction > 0;
        spread.Add(n - spread.Count, 0, 0);
        if (n > 1)
        {
            variance.Add(correction * n / (n - 1) * spread.SquaredDeviations, n);
        }
        else if (correction == 0 || lonely == LonelyUnit.Certainty)
        {
            variance.Add(0, n);
        }
        else if (lonely == LonelyUnit.Adjust)
        {
            variance.Add(correction * spread.Mean * spread.Mean, n);
        }
        else
        {
            variance.AddUnknown();
        }
    }
}
