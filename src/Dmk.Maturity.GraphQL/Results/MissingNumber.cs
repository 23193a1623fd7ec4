namespace Dmk.Maturity.GraphQL;

/// <summary>The one place where a missing number of statistics, NaN, becomes the missing of the schema, null.</summary>
internal static class MissingNumber
{
    extension(double number)
    {
        public double? OrNull => double.IsFinite(number) ? number : null;
    }
}
