namespace Dmk.Maturity.Studies;

/// <summary>What a request for a change from an earlier wave names, found in both studies.</summary>
public sealed record RequestedTrend(RequestedTable Before, RequestedTable After)
{
    /// <param name="request">Of the later wave, by one variable at most.</param>
    /// <exception cref="ResultRequestException">Something is not there in one of the waves, or the index was computed otherwise; the
    /// message says what there is.</exception>
    public static RequestedTrend Of(ResultRequest request, Study earlier)
    {
        var after = request.Find();
        if (after.By.Count > 1)
        {
            throw new ResultRequestException("TABLE_UNKNOWN", "A trend is by one reporting variable, or of the total without 'by'.");
        }

        if (earlier.Design.Wave >= request.Study.Design.Wave)
        {
            throw new ResultRequestException(
                "WAVE_UNKNOWN",
                FormattableString.Invariant(
                    $"The study {earlier.Id} is of {earlier.Design.Wave}, which is not before {request.Study.Design.Wave}."
                )
            );
        }

        var before = (request with { Study = earlier, Index = after.Model.Id }).Find();
        return before.Model.Hash == after.Model.Hash
            ? new(before, after)
            : throw new ResultRequestException(
                "MODELS_DIFFER",
                $"The index {after.Model.Id} was computed by version {before.Model.Version} in {earlier.Id} and by version "
                    + $"{after.Model.Version} in {request.Study.Id}: what changed between them might be the model. There is no trend."
            );
    }
}
