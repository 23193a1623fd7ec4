using CsCheck;

namespace Dmk.Maturity.Questionnaires.Tests;

/// <summary>Well-typed expressions over the workshop questionnaire, every part in parentheses.</summary>
internal static class RandomExpressions
{
    private static readonly Gen<string> _number = Gen.Recursive<string>(
        (depth, number) =>
            depth == 2
                ? Leaf
                : Gen.OneOf(
                    Leaf,
                    Gen.Select(number, Gen.OneOf("+", "-", "*", "/"), number, (left, sign, right) => $"({left} {sign} {right})"),
                    number.Select(operand => $"(-{operand})"),
                    Gen.Select(number, number, (left, right) => $"(max({left}, {right}))"),
                    Gen.Select(number, number, (left, right) => $"(sum({left}, it_split, {right}, missing: skip))")
                )
    );

    public static Gen<string> Truth { get; } =
        Gen.Recursive<string>(
            (depth, truth) =>
                depth == 3
                    ? Comparison
                    : Gen.OneOf(
                        Comparison,
                        Gen.Select(truth, Gen.OneOf("and", "or", "==", "!="), truth, (left, sign, right) => $"({left} {sign} {right})"),
                        truth.Select(operand => $"(not {operand})"),
                        Gen.Select(truth, _number, (condition, number) => $"(if({condition}, {number} > 1, answered(budget)))")
                    )
        );

    private static Gen<string> Leaf =>
        Gen.OneOf("persons", "ai_staff", "cloud_share", "it_split.own", "budget", "ai_intensity", "1", "2.5", "0");

    private static Gen<string> Comparison =>
        Gen.OneOf(
            Gen.Select(_number, Gen.OneOf("==", "!=", "<", "<=", ">", ">="), _number, (left, sign, right) => $"({left} {sign} {right})"),
            Gen.OneOf(
                "(ai_use == 'none')",
                "(ai_use in ['some', 'wide'])",
                "(ai_use not in ['some'])",
                "('text' in ai_fields)",
                "(is_user)",
                "(true)",
                "(remark != 'it''s')"
            )
        );
}
